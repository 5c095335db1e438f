//! Inputs as they come: encodings, compression, archives, tables and documents. All give the same articles.

use crate::folder::{Folder, PAGE, ROW, Run, zip_of};
use std::io::Write;

const TRADITIONAL: &str = "清理河道\n10月29日，柳蔭社區組織30名志願者清理河道。\n";
const TEXT: &str = "10月29日,柳荫社区组织30名志愿者清理河道。";

fn encoded(text: &str, codec: &'static encoding_rs::Encoding) -> Vec<u8> {
    codec.encode(text).0.into_owned()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn bzip2(bytes: &[u8]) -> Vec<u8> {
    let mut out = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::default());
    out.write_all(bytes).unwrap();
    out.finish().unwrap()
}

fn tar(files: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.as_ustar_mut().unwrap().name[..name.len()].copy_from_slice(name);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        tar.append(&header, *bytes).unwrap();
    }
    tar.into_inner().unwrap()
}

/// The records without what tells the input's name.
fn nameless(run: &Run) -> Vec<String> {
    let mut records = run.records.clone();
    for record in &mut records {
        record.id = String::new();
        record.source.path = String::new();
    }
    records.iter().map(|record| serde_json::to_string(record).unwrap()).collect()
}

#[test]
fn the_same_article_in_every_encoding() {
    let rows = |text: &str| format!("{}\n", serde_json::json!({"id": "r1", "text": text}));
    let table = |text: &str| format!("id,text\nr1,\"{text}\"\n");
    for text in [PAGE, TRADITIONAL] {
        let le = |text: &str| utf16(text, u16::to_le_bytes);
        let be = |text: &str| utf16(text, u16::to_be_bytes);
        for (format, text) in [("txt", text.to_owned()), ("jsonl", rows(text)), ("csv", table(text))] {
            let mut files = vec![
                ("utf8", text.as_bytes().to_vec()),
                ("utf8-mark", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
                ("gb18030", encoded(&text, encoding_rs::GB18030)),
                ("utf16le", le(&text)),
                ("utf16le-mark", [b"\xff\xfe", &le(&text)[..]].concat()),
                ("utf16be", be(&text)),
                ("utf16be-mark", [b"\xfe\xff", &be(&text)[..]].concat()),
            ];
            if text.contains('蔭') {
                files.push(("big5", encoded(&text, encoding_rs::BIG5)));
            }
            let names: Vec<String> = files.iter().map(|(name, _)| format!("{name}.{format}")).collect();
            let files: Vec<(&str, &[u8])> = names
                .iter()
                .zip(&files)
                .map(|(name, (_, bytes))| (name.as_str(), bytes.as_slice()))
                .collect();
            let run = Folder::with(&files).run(&["extract", "."]);
            assert_eq!((run.code, run.notices()), (0, vec![]));
            let records = nameless(&run);
            assert_eq!(records.len(), files.len());
            assert!(records.iter().all(|record| *record == records[0]), "{}", run.out);
        }
    }
}

#[test]
fn the_encoding_may_be_named() {
    // Valid in both.
    let bytes = encoded("社区", encoding_rs::GBK);
    let folder = Folder::with(&[("a.txt", &bytes)]);
    let text = |encoding| folder.run(&["extract", "a.txt", "--encoding", encoding]).records[0].text.clone();
    assert_eq!(text("gbk"), "社区");
    assert_ne!(text("big5"), "社区");
    let run = folder.run(&["extract", "a.txt", "--encoding", "latin1"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("not one of auto, utf-8, gb18030"), "{}", run.err);
}

#[test]
fn damage_is_marked_or_refused() {
    let mut page = PAGE.as_bytes().to_vec();
    let at = PAGE.find("30").unwrap();
    page[at] = 0xFF;
    let mut rows = format!("{ROW}\n{ROW}\n").into_bytes();
    let row_at = ROW.len() + 1 + ROW.find("30").unwrap();
    rows[row_at] = 0xFF;
    let mut gbk = encoded(PAGE, encoding_rs::GBK);
    let gbk_at = encoded(&PAGE[..at], encoding_rs::GBK).len();
    gbk[gbk_at] = 0xFF;
    let folder = Folder::with(&[("a.txt", &page), ("b.jsonl", &rows), ("c.txt", &gbk)]);
    let run = folder.run(&["extract", "a.txt", "b.jsonl", "c.txt"]);
    assert_eq!((run.code, run.ids()), (1, vec!["a.txt#1", "r1", "r1", "c.txt#1"]));
    let marks: Vec<usize> = run.records.iter().map(|r| r.text.matches('\u{FFFD}').count()).collect();
    assert_eq!(marks, [1, 0, 1, 1]);
    run.tells(&[
        &format!("warning: a.txt:2: not UTF-8 at byte {at}: marked with U+FFFD"),
        &format!("warning: b.jsonl:2: not UTF-8 at byte {row_at}: marked"),
        &format!("warning: c.txt:2: not GB18030 at byte {gbk_at}: marked"),
        "errors: 3 encoding",
    ]);
    let run = folder.run(&["extract", "a.txt", "b.jsonl", "c.txt", "--strict"]);
    assert_eq!((run.code, run.ids()), (1, vec!["r1"]));
    run.tells(&[
        &format!("error: a.txt:2: not UTF-8 at byte {at}, which --strict refuses"),
        &format!("error: b.jsonl:2: not UTF-8 at byte {row_at}, which --strict refuses"),
    ]);
    assert_eq!(folder.run(&["extract", "a.txt", "--strict"]).code, 2);
}

#[test]
fn references_left_by_crawls_are_characters() {
    let page = PAGE.replace("柳荫", "&ldquo;柳荫&rdquo;&nbsp;");
    let folder = Folder::with(&[("a.txt", page.as_bytes())]);
    let record = &folder.run(&["extract", "a.txt"]).records[0];
    assert!(record.text.contains("“柳荫” 社区"), "{}", record.text);
    assert_eq!(record.source.lines, Some((1, 2)));
    assert_eq!((record.counts[0].text.as_str(), record.counts[0].span.start), ("30名", 21));
}

#[test]
fn tags_left_by_crawls_are_lines() {
    let folder = Folder::with(&[("a.txt", PAGE.trim_end().replace('\n', "<br/>").as_bytes())]);
    let whole = Folder::with(&[("a.txt", PAGE.as_bytes())]);
    let of = |folder: &Folder| folder.run(&["extract", "a.txt"]).records.swap_remove(0);
    let (tagged, plain) = (of(&folder), of(&whole));
    assert_eq!((&tagged.text, tagged.source.lines), (&plain.text, Some((1, 1))));
}

#[test]
fn compressed_files() {
    let (page, rows) = (PAGE.as_bytes(), format!("{ROW}\n{ROW}\n"));
    let (half, rest) = page.split_at(20);
    let folder = Folder::with(&[
        ("a.txt.gz", &gzip(page)),
        ("b.txt.gz", &[gzip(half), gzip(rest)].concat()),
        ("c.txt.zst", &zstd::encode_all(page, 3).unwrap()),
        ("d.txt.bz2", &bzip2(page)),
        ("e.txt.xz", include_bytes!("data/page.txt.xz")),
        ("f.jsonl.gz", &gzip(rows.as_bytes())),
        ("g", &gzip(&zstd::encode_all(page, 3).unwrap())),
    ]);
    let run = folder.run(&["extract", "."]);
    assert_eq!((run.code, run.notices()), (0, vec![]));
    assert_eq!(
        run.ids(),
        [
            "./a.txt.gz#1",
            "./b.txt.gz#1",
            "./c.txt.zst#1",
            "./d.txt.bz2#1",
            "./e.txt.xz#1",
            "r1",
            "r1",
            "./g#1"
        ]
    );
    assert!(run.records.iter().all(|record| record.text.ends_with(TEXT)));
    assert_eq!(folder.run_on(gzip(page), &["extract", "-"]).ids(), ["-#1"]);
}

#[test]
fn what_is_cut_off_gives_what_is_there() {
    let rows: String =
        (0..3000).map(|n| format!("{{\"text\":\"柳荫社区{}户居民\"}}\n", n * 7919 % 1000)).collect();
    let rows = gzip(rows.as_bytes());
    let page = gzip(PAGE.as_bytes());
    let folder =
        Folder::with(&[("a.jsonl.gz", &rows[..rows.len() / 2]), ("b.txt.gz", &page[..page.len() - 12])]);
    let run = folder.run(&["extract", "."]);
    assert_eq!(run.code, 1);
    assert!(run.records.len() > 500, "{}", run.records.len());
    assert!(
        run.notices().iter().any(|n| n.contains("a.jsonl.gz:") && n.contains("reading stopped here: ")),
        "{}",
        run.err
    );
    run.tells(&["error: ./b.txt.gz: reading stopped here, what came before is used: "]);
    assert!(run.ids().contains(&"./b.txt.gz#1"), "{:?}", run.ids().last());
    // A character that the break tears is no damage of its own.
    for kept in page.len() - 24..page.len() - 8 {
        let run = Folder::with(&[("c.txt.gz", &page[..kept])]).run(&["extract", "c.txt.gz"]);
        assert_eq!(run.notices().len(), 1, "{kept} bytes: {}", run.err);
    }
    let strict = folder.run(&["extract", "b.txt.gz", "--strict"]);
    strict.tells(&["error: b.txt.gz: cannot be unpacked: "]);
    assert_eq!((strict.code, strict.records.len()), (2, 0));
}

#[test]
fn archives_are_read_where_they_lie() {
    let gbk = encoded("版面/第七版.txt", encoding_rs::GBK);
    let mut zip = zip_of("XXXXXXXXXXXXXXX", PAGE.as_bytes());
    assert_eq!(gbk.len(), 15);
    for at in 0..zip.len() - 15 {
        if &zip[at..at + 15] == b"XXXXXXXXXXXXXXX" {
            zip[at..at + 15].copy_from_slice(&gbk);
        }
    }
    let files: [(&[u8], &[u8]); 5] = [
        (b"./d/page.txt", PAGE.as_bytes()),
        (b"d/rows.jsonl.gz", &gzip(ROW.as_bytes())),
        (b"d/.hidden", b"x"),
        (b"d/photo.jpg", b"\xff\xd8\0\0"),
        (b"d/inner.zip", &zip),
    ];
    let tar = tar(&files);
    let folder = Folder::with(&[
        ("a.zip", &zip),
        ("b.tar", &tar),
        ("c.tar.gz", &gzip(&tar)),
        ("d.tgz", &gzip(&tar[..1000])),
    ]);
    let run = folder.run(&["extract", "a.zip", "b.tar", "c.tar.gz", "d.tgz"]);
    assert_eq!(run.code, 1);
    assert_eq!(
        run.ids(),
        [
            "a.zip/版面/第七版.txt#1",
            "b.tar/d/page.txt#1",
            "r1",
            "c.tar.gz/d/page.txt#1",
            "r1",
            "d.tgz/d/page.txt#1"
        ]
    );
    assert_eq!(run.records[2].source.path, "b.tar/d/rows.jsonl.gz");
    run.tells(&[
        "skipped: b.tar/d/.hidden: hidden",
        "skipped: b.tar/d/photo.jpg: a binary",
        "error: b.tar/d/inner.zip: an archive within an archive",
    ]);
    let run = folder.run_on(zip, &["extract", "-"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: standard input: a zip archive that cannot be read as a stream"]);
}

#[test]
fn one_bad_member_does_not_stop_the_rest() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for name in ["1.txt", "2.txt", "3.txt"] {
        zip.start_file(name, options).unwrap();
        zip.write_all(format!("{PAGE}{}", "居民笑了。\n".repeat(50)).as_bytes()).unwrap();
    }
    let mut zip = zip.finish().unwrap().into_inner();
    let second = zip.windows(5).position(|w| w == b"2.txt").unwrap();
    zip[second + 20..second + 40].fill(0xFF);
    let broken = zip[..zip.len() / 2].to_vec();
    let folder = Folder::with(&[("a.zip", &zip), ("b.zip", &broken), ("c.txt", PAGE.as_bytes())]);
    let run = folder.run(&["extract", "a.zip", "b.zip", "c.txt"]);
    assert_eq!((run.code, run.ids()), (1, vec!["a.zip/1.txt#1", "a.zip/3.txt#1", "c.txt#1"]));
    run.tells(&["error: a.zip/2.txt: ", "error: b.zip: a broken zip archive: "]);
}

#[test]
fn empty_archives_are_named() {
    let zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new())).finish().unwrap().into_inner();
    let folder = Folder::with(&[("a.zip", &zip)]);
    let run = folder.run(&["extract", "a.zip"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: a.zip: an archive without a file", "errors: 1 empty"]);
}

#[test]
fn bombs_are_refused() {
    let mut page = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let blank = [b'\n'; 1 << 20];
    page.write_all(ROW.as_bytes()).unwrap();
    (0..80).for_each(|_| page.write_all(&blank).unwrap());
    let folder = Folder::with(&[("a.jsonl.gz", &page.finish().unwrap()), ("b.txt", PAGE.as_bytes())]);
    let run = folder.run(&["extract", "a.jsonl.gz", "b.txt"]);
    assert_eq!((run.code, run.ids()), (1, vec!["r1", "b.txt#1"]));
    assert!(run.err.contains("refused: it unpacks to more than 300 times its size"), "{}", run.err);
}

#[test]
fn tables() {
    let csv = "编号,标题,正文,时间\n17,清理河道,\"10月29日,柳荫社区组织30名志愿者清理河道。\n居民笑了。\",2022-10-31\n18,,x\n";
    let tsv = "id\ttext\nr1\t10月29日,柳荫社区组织30名志愿者清理河道。\n";
    let folder = Folder::with(&[
        ("a.csv", csv.as_bytes()),
        ("b.tsv", tsv.as_bytes()),
        ("c.csv", b"id,content\n1,x\n"),
    ]);
    let run = folder.run(&["extract", "a.csv", "--map", "id=编号,headline=标题,text=正文,published=时间"]);
    assert_eq!((run.code, run.ids()), (1, vec!["17"]));
    assert_eq!(run.records[0].text, format!("{PAGE}居民笑了。"));
    assert_eq!(run.published(), [Some("2022-10-31")]);
    assert_eq!(run.records[0].source.lines, None);
    run.tells(&["error: a.csv:4: a row of 3 fields under a header of 4"]);
    assert_eq!(folder.run(&["extract", "b.tsv"]).ids(), ["r1"]);
    let stdin = folder.run_on(csv, &["extract", "-", "--input-format", "csv", "--map", "text=正文"]);
    assert_eq!(stdin.ids(), ["-#1"]);
    let run = folder.run(&["extract", "c.csv"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: c.csv:1: no column `text`; is it one of `id`, `content`? then --map text=COLUMN"]);
}

#[test]
fn documents_of_digital_newspapers() {
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>东湖晚报 2022年10月31日 第A07版</title></head>\
         <body><div><a>上一版</a><a>下一版</a></div><h1>清理河道</h1><div id=\"ozoom\"><founder-content>\
         <p>&nbsp;&nbsp;{TEXT}</p><p>居民笑了。</p></founder-content></div></body></html>"
    );
    let bytes = encoded(&page, encoding_rs::GBK);
    let list = b"<html><body><ul><li><a href=\"content_1.htm\">x</a></ul></body></html>";
    let folder =
        Folder::with(&[("html/2022-10/30/content_1.htm", &bytes), ("page", &bytes), ("node_1.htm", list)]);
    let run = folder.run(&["extract", "html", "page", "node_1.htm"]);
    assert_eq!((run.code, run.ids()), (0, vec!["html/2022-10/30/content_1.htm#1", "page#1"]));
    assert_eq!(run.published(), [Some("2022-10-30"), Some("2022-10-31")]);
    for record in &run.records {
        assert_eq!(record.text, format!("{PAGE}居民笑了。"));
        assert_eq!((record.newspaper.as_deref(), record.page.as_deref()), (Some("东湖晚报"), Some("A07")));
    }
    run.tells(&["skipped: node_1.htm: no article found"]);
}

#[test]
fn dumps_of_docs() {
    let doc = format!(
        "<doc>\n<url>http://news.example.com/20221031/n17.shtml</url>\n<docno>d-17</docno>\n\
         <contenttitle>清理河道</contenttitle>\n<content>{TEXT}</content>\n</doc>\n<doc>\n<docno>d-18</docno>\n</doc>\n"
    );
    let folder = Folder::with(&[("news.dat", &encoded(&doc, encoding_rs::GB18030))]);
    let run = folder.run(&["extract", "news.dat"]);
    assert_eq!((run.code, run.ids()), (1, vec!["d-17"]));
    assert_eq!(run.published(), [Some("2022-10-31")]);
    assert_eq!(run.records[0].text, PAGE.trim_end());
    run.tells(&["error: news.dat:7: no `<content>` in this `<doc>`"]);
}

#[test]
fn patterns_that_no_shell_matched() {
    let folder = Folder::with(&[
        ("2022-10/b.txt", PAGE.as_bytes()),
        ("2022-11/a.txt", PAGE.as_bytes()),
        ("x.txt", b"x"),
    ]);
    assert_eq!(folder.run(&["extract", "2022-*/*.txt"]).ids(), ["2022-10/b.txt#1", "2022-11/a.txt#1"]);
    let run = folder.run(&["extract", "2023-*"]);
    assert_eq!(run.code, 2);
    run.tells(&["error: 2023-*: nothing matches this pattern"]);
}

#[test]
fn ids_keep_all_their_digits() {
    let row = "{\"id\": 123456789012345678901234567890, \"text\": \"甲\"}";
    assert_eq!(Folder::with(&[]).run_on(row, &["extract"]).ids(), ["123456789012345678901234567890"]);
}

#[test]
fn too_long_to_be_a_page_or_a_row() {
    let page = "清理河道。".repeat(2 << 20);
    let rows = format!("{ROW}\n{{\"text\":\"{page}\"}}\n{ROW}\n");
    let folder = Folder::with(&[("a.txt", page.as_bytes()), ("b.jsonl", rows.as_bytes())]);
    let run = folder.run(&["extract", "a.txt", "b.jsonl"]);
    assert_eq!((run.code, run.ids()), (1, vec!["r1", "r1"]));
    run.tells(&[
        "error: a.txt: a page longer than 16 MiB: cut it into several files, or turn it into JSON Lines",
        "error: b.jsonl:2: a row longer than 16 MiB is left out",
    ]);
}
