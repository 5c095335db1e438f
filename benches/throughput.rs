//! Throughput beside jieba-rs. (Placeholder.)
fn main() {}
