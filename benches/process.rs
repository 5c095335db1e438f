//! The program as a whole process: how soon it begins, how it scales with threads and with the size of its input, what
//! memory it takes, and what texts that no newspaper prints cost it.
//!
//! `cargo bench --bench process` takes two minutes; `-- --megabytes 1000` measures a gigabyte as its largest input.
//! The text is the corpus of the project, over and over. Memory is read from `/proc`, where there is one.

use std::fmt::Write;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Runs of which the fastest counts: the machine is rarely alone.
const RUNS: usize = 3;

fn main() {
    let largest = option("--megabytes").unwrap_or(100.0);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = Bench { folder: folder.path().to_owned(), text: corpus() };
    bench.start();
    bench.sizes(largest);
    bench.threads(largest.min(50.0));
    bench.lengths();
    bench.odd_texts();
}

/// The number behind an option of the command line.
fn option(name: &str) -> Option<f64> {
    let mut arguments = std::env::args().skip_while(|a| a != name).skip(1);
    arguments.next()?.parse().ok()
}

/// The text of all articles of the corpus, as running text.
fn corpus() -> String {
    let mut paths: Vec<_> = (std::fs::read_dir(Path::new(ROOT).join("corpus/pages")).expect("the corpus"))
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a page")).collect()
}

/// What a run took.
struct Run {
    time: Duration,
    /// The most memory that was resident, in bytes; 0 where the system does not tell.
    memory: u64,
}

struct Bench {
    folder: PathBuf,
    text: String,
}

impl Bench {
    fn start(&self) {
        let page = self.folder.join("page.txt");
        std::fs::write(&page, "清理河道\n本报讯(记者 李文)10月29日,柳荫社区组织30名志愿者清理河道。\n")
            .expect("write");
        let run = self.best(&page, 1);
        println!("start to end, one article   {:>7.1} ms  {}", millis(run.time), megabytes(run.memory));
    }

    /// Rows of a thousand characters each, more and more of them.
    fn sizes(&self, largest: f64) {
        println!("\nrows, one thread            {:>9}  ms/MB  memory", "MB");
        let mut size = largest;
        let mut sizes = vec![size];
        while size > 2.0 {
            size /= 10.0;
            sizes.insert(0, size);
        }
        for size in sizes {
            let path = self.rows(size);
            let run = self.best(&path, 1);
            println!("{:>37.0}  {:>5.1}  {}", size, millis(run.time) / size, megabytes(run.memory));
        }
    }

    /// Two threads beside one, and what two threads gain where nothing is shared.
    fn threads(&self, size: f64) {
        let path = self.rows(size);
        let gain = |one: Duration, two: Duration| one.as_secs_f64() / two.as_secs_f64();
        let mut gains: Vec<(f64, f64)> = (0..RUNS)
            .map(|_| {
                let ours = gain(self.run(&path, 1).time, self.run(&path, 2).time);
                let control = gain(arithmetic(1), arithmetic(2));
                (ours, control)
            })
            .collect();
        gains.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
        let (ours, control) = gains[RUNS / 2];
        println!(
            "\ntwo threads: {ours:.2} x one; arithmetic alone gains {control:.2} x; of that {:.2}",
            ours / control
        );
    }

    /// One article, longer and longer.
    fn lengths(&self) {
        println!("\none article                 {:>9}  ms/MB", "MB");
        for size in [0.01, 0.1, 1.0, 10.0] {
            let path = self.row("article", &self.prose(size));
            println!("{:>37.2}  {:>5.1}", size, millis(self.best(&path, 1).time - self.idle()) / size);
        }
    }

    fn odd_texts(&self) {
        let size = 1.0;
        let usual = self.best(&self.row("usual", &self.prose(size)), 1).time;
        println!("\none article of 1 MB         {:>9}  x usual", "ms");
        let han = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
        let unbroken: String = self.prose(2.5).chars().filter(han).take(333_333).collect();
        let mut texts = vec![("usual", self.prose(size)), ("no punctuation", unbroken)];
        let units = [
            "1",
            "1234567890",
            "九",
            "一二三四五六七八九十",
            "社区",
            "大河村、",
            "市县区镇村",
            "“",
            "“”",
            "《",
            "《》",
            "(",
            "()",
            "、",
            "年月日",
            "5%",
            "记者",
            "王李张",
            "·",
            "公司",
            "开展活动",
            "的",
            "　",
            "甲\n",
            "。",
        ];
        texts.extend(units.map(|unit| (unit, unit.repeat(1_000_000 / unit.len()))));
        for (name, text) in texts {
            let time = self.best(&self.row("odd", &text), 1).time;
            let name = name.replace('\n', "\\n").replace('　', "ideographic space");
            println!("{:>37.1}  {:>7.2}  {name}", millis(time), time.as_secs_f64() / usual.as_secs_f64());
        }
    }

    /// What a run takes that has next to nothing to do.
    fn idle(&self) -> Duration {
        self.best(&self.row("idle", "无事。"), 1).time
    }

    /// `size` megabytes of running text.
    fn prose(&self, size: f64) -> String {
        let bytes = (size * 1e6) as usize;
        let mut text = self.text.repeat(bytes / self.text.len() + 1);
        text.truncate((0..=bytes).rev().find(|&n| text.is_char_boundary(n)).unwrap_or(0));
        text
    }

    fn row(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.join(format!("{name}.jsonl"));
        std::fs::write(&path, format!("{}\n", serde_json::json!({ "text": text }))).expect("write");
        path
    }

    fn rows(&self, size: f64) -> PathBuf {
        let chars: Vec<char> = self.text.chars().collect();
        let mut block = String::new();
        for text in chars.chunks(1000) {
            writeln!(block, "{}", serde_json::json!({ "text": String::from_iter(text) })).expect("a row");
        }
        let path = self.folder.join("rows.jsonl");
        let mut file = std::fs::File::create(&path).expect("create");
        let mut left = (size * 1e6) as usize;
        while left > 0 {
            let whole = |&end: &usize| block.as_bytes()[end - 1] == b'\n';
            let part = (1..=left.min(block.len())).rev().find(whole).unwrap_or(0);
            std::io::Write::write_all(&mut file, &block.as_bytes()[..part]).expect("write");
            left = if part == block.len() { left - part } else { 0 };
        }
        path
    }

    /// The fastest run, and the most memory of all.
    fn best(&self, path: &Path, threads: usize) -> Run {
        let runs: Vec<Run> = (0..RUNS).map(|_| self.run(path, threads)).collect();
        let time = runs.iter().map(|run| run.time).min().unwrap_or_default();
        Run { time, memory: runs.iter().map(|run| run.memory).max().unwrap_or(0) }
    }

    fn run(&self, path: &Path, threads: usize) -> Run {
        let started = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_jianbao"))
            .args(["extract", "--quiet", "--published", "2022-10-31", "-j", &threads.to_string(), "-o", "-"])
            .arg(path)
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program");
        let mut memory = 0;
        loop {
            memory = memory.max(resident(child.id()));
            if let Some(status) = child.try_wait().expect("wait") {
                assert!(status.success(), "extract {}: {status}", path.display());
                return Run { time: started.elapsed(), memory };
            }
            std::thread::sleep(
                Duration::from_micros(200).max(started.elapsed() / 100).min(Duration::from_millis(50)),
            );
        }
    }
}

/// The most memory that a process has had so far, in bytes.
fn resident(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.and_then(|kib| kib.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0) * 1024
}

/// The same sums on one thread or shared by two: what the machine gains by its second core at this moment.
fn arithmetic(threads: u64) -> Duration {
    const STEPS: u64 = 600_000_000;
    let started = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                let mut x = thread + 1;
                for _ in 0..STEPS / threads {
                    x ^= x << 13;
                    x ^= x >> 7;
                    x ^= x << 17;
                }
                black_box(x)
            });
        }
    });
    started.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn megabytes(bytes: u64) -> String {
    if bytes == 0 { "memory unknown".to_owned() } else { format!("{:.0} MB", bytes as f64 / 1e6) }
}
