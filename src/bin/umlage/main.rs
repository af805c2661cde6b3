//! umlage, the command: parse, run, print, exit code.

use std::process::ExitCode;

mod args;
mod check;
mod compare;
mod emit;
mod exit;
mod gather;
mod help;
mod init;
mod inspect;
mod locate;
mod output;
mod overview;
mod progress;
mod report;
mod run;
mod savings;
mod show;
mod year;

fn main() -> ExitCode {
    let typed: Vec<_> = std::env::args_os().collect();
    match args::parse(&typed) {
        Ok(call) => run::run(&call).into(),
        Err(answer) => answer.print().into(),
    }
}
