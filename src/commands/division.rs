//! `jianbao division`.

use crate::cli::DivisionArgs;
use jianbao::register::Register;
use jianbao::resolve::scene::home;
use std::io::Write;
use std::process::ExitCode;

/// Runs the subcommand.
pub(crate) fn run(args: &DivisionArgs) -> anyhow::Result<ExitCode> {
    let register = Register::embedded();
    let within = match &args.within {
        Some(name) => Some(
            home(&register, name)
                .ok_or_else(|| anyhow::anyhow!("--in {name}: not a province, city or county"))?,
        ),
        None => None,
    };
    let found = register.look_up(&args.name, within);
    let mut out = anstream::stdout().lock();
    for division in &found {
        if args.json {
            writeln!(out, "{}", serde_json::to_string(division)?)?;
            continue;
        }
        write!(out, "{}  {}", division.code, division.chain.join(" "))?;
        if let Some(official) = &division.official {
            write!(out, "  ({official})")?;
        }
        if !division.aliases.is_empty() {
            write!(out, "  = {}", division.aliases.join(", "))?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    anyhow::ensure!(!found.is_empty(), "{}: not in the register", args.name);
    Ok(ExitCode::SUCCESS)
}
