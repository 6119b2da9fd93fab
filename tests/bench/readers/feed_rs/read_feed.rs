// Prints [id, title, content] of each entry of a feed, as JSON, as feed-rs reads
// them.
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = env::args().nth(1).ok_or("usage: read_feed FEED")?;
    let feed = feed_rs::parser::parse(&fs::read(path)?[..])?;
    let found: Vec<[String; 3]> = feed
        .entries
        .into_iter()
        .map(|entry| {
            [
                entry.id,
                entry.title.map(|text| text.content).unwrap_or_default(),
                entry.content.and_then(|it| it.body).unwrap_or_default(),
            ]
        })
        .collect();
    println!("{}", serde_json::to_string(&found)?);
    Ok(())
}
