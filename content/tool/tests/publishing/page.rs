//! The commands of a page, by its sections.

/// A section with its blocks of commands.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// A block of commands.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) kind: Kind,
    pub(crate) lines: String,
}

/// How a block is run, by the words behind its fence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Every command must succeed.
    Commands,
    /// The command ends with the code that says that others have to sign.
    Waits,
    /// A line of a crontab.
    Cron,
}

/// Takes a page apart. Any other kind of block is a mistake of the page.
pub(crate) fn sections(page: &str) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            sections.push(Section { title: title.to_owned(), blocks: Vec::new() });
        }
        let Some(words) = line.strip_prefix("```") else { continue };
        let kind = match words {
            "sh" => Kind::Commands,
            "sh waits" => Kind::Waits,
            "cron" => Kind::Cron,
            other => panic!("a block of the page is «{other}»"),
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let block = Block { kind, lines: body.join("\n") };
        sections.last_mut().unwrap().blocks.push(block);
    }
    assert!(sections.iter().map(|section| section.blocks.len()).sum::<usize>() > 10);
    sections
}

/// What cron runs: the line without its five fields of time.
pub(crate) fn command_of_cron(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().skip(5).collect();
    words.join(" ")
}
