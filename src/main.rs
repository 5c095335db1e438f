//! The `jianbao` program. Exit codes: 0 all done; 1 finished, but not every input could be used as it is; 2
//! usage error, or nothing could be extracted or written; 130 interrupted.

mod cli;
mod commands;

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Records are many small strings and lists: the system's allocator took a twentieth of the time.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let run = match cli::Cli::parse().command {
        cli::Command::Extract(args) => commands::extract::run(args),
        cli::Command::Eval(args) => commands::eval::run(args),
        cli::Command::Explain(args) => commands::explain::run(args),
        cli::Command::Split(args) => commands::split::run(&args),
        cli::Command::Schema => commands::schema::run(),
        cli::Command::Division(args) => commands::division::run(&args),
    };
    match run {
        Ok(code) => code,
        Err(error) if commands::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("{ERROR}error:{ERROR:#} {}", commands::message(&error), ERROR = cli::ERROR);
            ExitCode::from(2)
        }
    }
}
