//! The word lists in `data/` are kept sorted, without repeats, and say where they come from.

use std::path::Path;

/// Tables of numbers, in the order of the evidence and labels that they are about.
const UNSORTED: [&str; 2] = ["line_costs.tsv", "line_steps.tsv"];

#[test]
fn tables_are_sorted_and_say_their_source() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut seen = 0;
    for entry in std::fs::read_dir(data).expect("data/") {
        let path = entry.expect("entry").path();
        if path.extension().is_none_or(|e| e != "tsv") {
            continue;
        }
        seen += 1;
        let name = path.display();
        let table = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{name}: not UTF-8: {e}"));
        let head = table.to_lowercase();
        let says = head.starts_with('#') && (head.contains("source:") || head.contains("provenance:"));
        assert!(says, "{name}: no source line");
        assert!(table.ends_with('\n') && !table.contains('\r'), "{name}: lines end in one \\n");
        let rows: Vec<&str> = table.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(!rows.is_empty(), "{name}: empty");
        let columns = rows[0].split('\t').count();
        for row in &rows {
            assert_eq!(row.split('\t').count(), columns, "{name}: {row}");
            assert!(row.split('\t').all(|cell| cell == cell.trim()), "{name}: spaces around a cell: {row}");
        }
        if UNSORTED.iter().any(|name| path.ends_with(name)) {
            continue;
        }
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{name}: not sorted, or twice: {} / {}", pair[0], pair[1]);
        }
    }
    assert!(seen >= 4, "{seen} tables found");
}

#[test]
fn the_index_names_every_file() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let index = std::fs::read_to_string(data.join("README.md")).expect("an index");
    let mut named: Vec<&str> =
        index.split('`').filter(|part| part.ends_with(".tsv") || part.ends_with(".bin")).collect();
    named.sort_unstable();
    let names = std::fs::read_dir(data).expect("data/").map(|entry| entry.expect("entry").file_name());
    let mut files: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    files.retain(|name| !name.ends_with(".md"));
    files.sort_unstable();
    assert_eq!(named, files);
}
