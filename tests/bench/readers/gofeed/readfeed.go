// Prints [id, title, content] of each entry of a feed, as JSON, as gofeed reads
// them.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/mmcdole/gofeed"
)

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	feed, err := gofeed.NewParser().Parse(file)
	if err != nil {
		log.Fatal(err)
	}
	found := [][]string{}
	for _, item := range feed.Items {
		found = append(found, []string{item.GUID, item.Title, item.Content})
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		log.Fatal(err)
	}
}
