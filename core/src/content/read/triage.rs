//! Question trees: which there are, and a step through one.

use serde::Deserialize;

use super::Reading;
use super::contacts::left_to_right;
use super::words::original;
use crate::l10n::messages;
use crate::model::{Meta, Node, QuestionKind, Tree, TreePurpose};
use crate::order;
use crate::screens::{
    Run, Text, TreeCard, Trees, TriageOption, TriageQuestion, TriageScreen, TriageTrace,
};
use crate::triage::{Answer, Asked, End, Reply, TriageAnswer, longest_way, replies, walk};
use crate::{Error, Result};

/// What a list needs of a tree: its questions are many.
#[derive(Deserialize)]
struct TreeHead {
    #[serde(flatten)]
    meta: Meta,
    #[serde(default)]
    purpose: TreePurpose,
}

impl Reading<'_> {
    /// The trees for the reader.
    pub fn trees(&self) -> Result<Trees> {
        Ok(Trees { header: self.header()?, trees: self.tree_cards()? })
    }

    /// The trees for the reader: the entrance first, then what is about one procedure.
    pub(super) fn tree_cards(&self) -> Result<Vec<TreeCard>> {
        let mut found = self.all::<TreeHead>("tree")?;
        found.retain(|tree| self.is_for_reader(&tree.meta) && tree.meta.replaced_by.is_none());
        order::sort_by_key(&mut found, |tree| tree.purpose != TreePurpose::Triage);
        found.iter().map(|tree| self.card_of(tree)).collect()
    }

    /// One tree in a list. `None` when there is none of that id for the reader.
    pub(super) fn tree_card(&self, id: &str) -> Result<Option<TreeCard>> {
        let found = self.item::<TreeHead>("tree", id)?;
        let own = found.filter(|tree| self.is_for_reader(&tree.meta));
        own.map(|tree| self.card_of(&tree)).transpose()
    }

    fn card_of(&self, tree: &TreeHead) -> Result<TreeCard> {
        let id = &tree.meta.id;
        Ok(TreeCard {
            id: id.clone(),
            title: self.required(id, "title")?,
            purpose: purpose_slug(tree.purpose).to_owned(),
            freshness: self.freshness(&tree.meta),
            translation: self.translation_label(&tree.meta)?,
        })
    }

    /// A step through a tree.
    pub fn triage(&self, id: &str, answers: &[TriageAnswer]) -> Result<TriageScreen> {
        let tree = self.tree(id)?;
        let replies = replies(&tree, answers, self.today)
            .map_err(|wrong| Error::InvalidInput(wrong.to_string()))?;
        let walked = walk(&tree, &replies, self.today);
        let (question, outcome) = match walked.end {
            End::Question(node) => (self.question(&tree, node, walked.asked.len())?, None),
            End::Outcome(node) => (None, Some(self.outcome(&tree, Some(node))?)),
            End::Unknown => (None, Some(self.outcome(&tree, None)?)),
        };
        let mut trace = Vec::new();
        for asked in &walked.asked {
            trace.push(self.trace(id, asked)?);
        }
        Ok(TriageScreen {
            header: self.header()?,
            tree: id.to_owned(),
            title: self.required(id, "title")?,
            freshness: self.freshness(&tree.meta),
            translation: self.translation_label(&tree.meta)?,
            question,
            outcome,
            trace,
            terms: self.terms_seen()?,
            sources: self.sources(&tree.meta),
        })
    }

    /// A tree. One that this core cannot read is an empty one: then only a person can tell.
    fn tree(&self, id: &str) -> Result<Tree> {
        if let Some(tree) = self.item::<Tree>("tree", id)? {
            return Ok(tree);
        }
        match self.ids("tree")?.iter().any(|known| known == id) {
            true => Ok(Tree::default()),
            false => Err(Error::InvalidInput(format!("there is no tree «{id}»"))),
        }
    }

    fn question(&self, tree: &Tree, node: &str, before: usize) -> Result<Option<TriageQuestion>> {
        let Some(Node::Question { question_kind, options, sensitive, .. }) = tree.nodes.get(node)
        else {
            return Ok(None);
        };
        let id = &tree.meta.id;
        let number = count(before + 1);
        let at_most = count(before + longest_way(tree, node).len());
        Ok(Some(TriageQuestion {
            id: node.to_owned(),
            text: self.required(id, &format!("{node}.text"))?,
            help: self.text(id, &format!("{node}.help"))?,
            kind: question_kind.slug().to_owned(),
            options: self.options(id, node, *question_kind, options)?,
            sensitive: *sensitive,
            number,
            at_most,
            progress: self.say(&messages::triage_progress(at_most, number)),
            skip: self.say(&messages::triage_skip()),
        }))
    }

    fn options(
        &self,
        id: &str,
        node: &str,
        kind: QuestionKind,
        options: &[String],
    ) -> Result<Vec<TriageOption>> {
        match kind {
            QuestionKind::Single | QuestionKind::Multi => options
                .iter()
                .map(|option| {
                    let text = self.option(id, node, option)?;
                    Ok(TriageOption { id: option.clone(), text })
                })
                .collect(),
            QuestionKind::Yesno => {
                let option =
                    |id: &str, yes| TriageOption { id: id.to_owned(), text: self.yesno(yes) };
                Ok(vec![option("yes", true), option("no", false)])
            }
            QuestionKind::Date | QuestionKind::Number | QuestionKind::Unknown => Ok(Vec::new()),
        }
    }

    fn option(&self, id: &str, node: &str, option: &str) -> Result<Text> {
        let text = self.text(id, &format!("{node}.option.{option}"))?;
        Ok(text.unwrap_or_else(|| self.literal(option)))
    }

    fn yesno(&self, yes: bool) -> Text {
        self.say(&if yes { messages::triage_yes() } else { messages::triage_no() })
    }

    fn trace(&self, id: &str, asked: &Asked<'_>) -> Result<TriageTrace> {
        let node = asked.node;
        let answers = match &asked.reply {
            Reply::Skipped => vec![self.say(&messages::triage_skipped())],
            Reply::Given(Answer::Option(option)) => vec![self.option(id, node, option)?],
            Reply::Given(Answer::Options(options)) => {
                options.iter().map(|option| self.option(id, node, option)).collect::<Result<_>>()?
            }
            Reply::Given(Answer::Yesno(yes)) => vec![self.yesno(*yes)],
            Reply::Given(Answer::Day(day)) => {
                let run = Run::Date { iso: day.to_string() };
                vec![original(self.first_language(), vec![run])]
            }
            Reply::Given(Answer::Number(number)) => {
                vec![left_to_right(Run::Text { text: number.to_string() })]
            }
        };
        Ok(TriageTrace {
            question: node.to_owned(),
            text: self.required(id, &format!("{node}.text"))?,
            answers,
            skipped: asked.reply == Reply::Skipped,
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// What a tree is for, as shells and the app's words know it.
pub(super) fn purpose_slug(purpose: TreePurpose) -> &'static str {
    match purpose {
        TreePurpose::Eligibility => "eligibility",
        TreePurpose::Triage => "triage",
        TreePurpose::WhichProcedure => "which_procedure",
        TreePurpose::Unknown => "unknown",
    }
}
