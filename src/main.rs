//! The command line. (Placeholder until `cli` lands.)
use jianbao::{Article, Engine, Options, split};
use std::io::Write;

fn main() {
    let mut args = std::env::args().skip(2);
    let path = args.next().expect("path");
    let mut options = Options { explain: true, ..Options::default() };
    let mut out: Box<dyn Write> = Box::new(std::io::stdout());
    while let Some(flag) = args.next() {
        match flag.as_str() {
            "--published" => options.published = args.next(),
            "-o" => out = Box::new(std::fs::File::create(args.next().expect("path")).expect("create")),
            _ => {}
        }
    }
    let engine = Engine::new(options);
    let text = std::fs::read_to_string(&path).expect("read");
    let articles = if path.ends_with(".jsonl") {
        text.lines()
            .map(|line| {
                let row: serde_json::Value = serde_json::from_str(line).expect("row");
                let mut article =
                    Article::from_row(row["headline"].as_str(), row["text"].as_str().unwrap_or(""));
                article.id = row["id"].as_str().map(str::to_owned);
                article.published = row["published"].as_str().map(str::to_owned);
                article
            })
            .collect()
    } else {
        split::split(&text)
    };
    for article in articles {
        writeln!(out, "{}", serde_json::to_string(&engine.record(article, &path)).expect("json"))
            .expect("write");
    }
}
