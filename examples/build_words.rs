//! Builds `data/words.bin` from jieba's dictionary (`src/data/dict.txt` in the source of jieba-rs).
//!
//! ```text
//! cargo run --release --example build_words -- dict.txt data/words.bin
//! ```

use anyhow::{Context, Result, anyhow, bail};
use jianbao::segment::dictionary::pack;
use std::path::PathBuf;

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(source), Some(out)) = (arguments.next(), arguments.next()) else {
        bail!("usage: build_words dict.txt OUT");
    };
    let dictionary = std::fs::read_to_string(&source).with_context(|| source.display().to_string())?;
    let packed = pack(&dictionary).map_err(|e| anyhow!("{}: {e}", source.display()))?;
    std::fs::write(&out, &packed).with_context(|| out.display().to_string())?;
    println!("{}: {} bytes", out.display(), packed.len());
    Ok(())
}
