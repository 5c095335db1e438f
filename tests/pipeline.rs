//! The library's line from items to records: spans, order, faults.

use jianbao::engine::record_spans;
use jianbao::pipeline::{Observer, Pipeline, Summary};
use jianbao::read::{Inputs, Notice, ReadOptions};
use jianbao::record::Record;
use jianbao::write::jsonl;
use jianbao::{Article, Engine, Options};
use std::io;
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Notices(Vec<String>);

impl Observer for Notices {
    fn notice(&mut self, notice: Notice) {
        self.0.push(notice.to_string());
    }
}

fn run(
    paths: &[PathBuf],
    threads: usize,
    encode: fn(&mut Vec<u8>, &Record) -> io::Result<()>,
) -> (Vec<Record>, Vec<String>, Summary) {
    let engine = Engine::new(Options { explain: true, ..Options::default() });
    let options = ReadOptions::default();
    let pipeline = Pipeline { engine: &engine, threads, encode, seen: None, timed: false, stop: None };
    let (mut out, mut notices) = (Vec::new(), Notices::default());
    let summary = pipeline.run(Inputs::new(paths, &options), &mut out, &mut notices).unwrap();
    let records = out.split(|&b| b == b'\n').filter(|l| !l.is_empty());
    (records.map(|line| serde_json::from_slice(line).unwrap()).collect(), notices.0, summary)
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/pages")
}

/// Every span lies in the text, and those of dates and counts are their text to the letter.
fn check_spans(record: &Record) {
    let chars: Vec<char> = record.text.chars().collect();
    for span in record_spans(record) {
        assert!(span.start < span.end && span.end <= chars.len(), "{}: {span:?}", record.id);
    }
    let dates = record.dates.iter().map(|m| (m.span, m.text.as_str()));
    let counts = record.counts.iter().map(|m| (m.span, m.text.as_str()));
    for (span, text) in dates.chain(counts) {
        assert_eq!(&chars[span.start..span.end].iter().collect::<String>(), text, "{}", record.id);
    }
    assert!(record.dates.is_sorted_by_key(|m| m.span.start), "{}", record.id);
    assert!(record.counts.is_sorted_by_key(|m| m.span.start), "{}", record.id);
}

#[test]
fn spans_are_the_mentions() {
    let (records, notices, summary) = run(&[corpus()], 2, jsonl::append);
    assert_eq!((notices.len(), summary.records), (0, records.len()));
    assert!(records.len() >= 8);
    records.iter().for_each(check_spans);

    // Characters of two to four bytes, and forms that are folded to match.
    let engine = Engine::new(Options::default());
    for text in [
        "🀄𠮷社区１０月２９日上午９∶３０,近２０００名居民…",
        "\u{301}10月29日\u{200B}30名",
        "\0二〇二二年\u{3000}三 十 名",
        "10月29日10月29日30名30名",
    ] {
        check_spans(&engine.record(Article::from_row(Some("😀标题"), text), "-"));
    }
}

#[test]
fn the_same_records_for_any_number_of_threads() {
    let paths = [corpus(), corpus(), corpus()];
    let (one, ..) = run(&paths, 1, jsonl::append);
    let (four, ..) = run(&paths, 4, jsonl::append);
    assert!(one == four);
}

#[test]
fn a_fault_costs_one_article() {
    fn faulty(out: &mut Vec<u8>, record: &Record) -> io::Result<()> {
        jsonl::append(out, record)?;
        assert!(record.source.article != 1);
        Ok(())
    }
    let (sound, ..) = run(&[corpus()], 1, jsonl::append);
    let (records, notices, summary) = run(&[corpus()], 1, faulty);
    let first = sound.iter().filter(|r| r.source.article == 1).count();
    assert_eq!(records.len() + first, sound.len());
    assert_eq!((notices.len(), summary.failed), (first, first));
    assert!(notices[0].contains("article 1 is left out"), "{}", notices[0]);
}

#[test]
fn a_failing_writer_ends_the_run() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let engine = Engine::new(Options::default());
    let options = ReadOptions::default();
    let pipeline =
        Pipeline { engine: &engine, threads: 2, encode: jsonl::append, seen: None, timed: false, stop: None };
    let paths = vec![corpus(); 4];
    let error = pipeline.run(Inputs::new(&paths, &options), &mut Full, &mut Notices::default()).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
}
