//! Cases by value: a list of names and levels, then the texts that must give exactly them.

mod divisions;
mod names;

use super::Communities;
use crate::Document;
use crate::extract::Context;
use crate::record::Community;
use crate::segment::Segmenter;
use std::sync::LazyLock;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::new);
static COMMUNITIES: LazyLock<Communities> = LazyLock::new(Communities::default);

fn extract(text: &str, home: Option<&str>) -> Vec<Community> {
    let doc = Document::new(text, &[], &SEGMENTER);
    let found = COMMUNITIES.extract(&doc, &Context { home, ..Context::default() });
    for span in found.iter().flat_map(|c| &c.spans) {
        assert!(span.start < span.end && span.end <= doc.len(), "{text}: {span:?}");
    }
    found
}

fn names(text: &str, home: Option<&str>) -> Vec<String> {
    extract(text, home).into_iter().map(|c| c.name).collect()
}

const NANTONG: Option<&str> = Some("江苏省南通市");
