//! usage: read_pages FILE...
//! The article of each page by dom_smoothie, as text, to standard output. What
//! it cannot read is told and passed over; nothing is measured here.
use std::io::Write;

use dom_smoothie::Readability;

fn text_of(path: &str) -> Result<String, Box<dyn std::error::Error>> {
    let bytes = std::fs::read(path)?;
    let html = String::from_utf8_lossy(&bytes);
    let article = Readability::new(html.as_ref(), None, None)?.parse()?;
    Ok(article.text_content.to_string())
}

fn main() {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        match text_of(&path) {
            Ok(text) => writeln!(out, "{text}").expect("standard output"),
            Err(why) => eprintln!("{path}: {why}"),
        }
    }
}
