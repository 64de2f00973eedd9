//! Guides of any size, to see what grows with them: their texts are words in no order, as many as a centre would write.

use std::fmt::Write;

/// How the steps of a generated guide follow each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Each question leads to the next one or to an advice.
    Chain,
    /// Each question leads to the next one, either at once or by way of an advice: there are 2ⁿ ways to the last of n questions.
    Diamond,
    /// The first question has groups of situations, each of these a question that leads to advice.
    Wide,
}

/// The advice that each situation of a wide guide leads to.
const ADVICE_PER_SITUATION: usize = 5;

/// The situations in each group of a wide guide.
const SITUATIONS_PER_GROUP: usize = 7;

/// What the texts are made of.
const WORDS: &str = "заявление ребёнок кабинет родитель портал кружок сертификат учреждение паспорт почта пароль письмо адрес телефон \
    запись группа занятие педагог отказ причина данные фамилия документ справка срок очередь место список школа садик округ город \
    электронный личный новый старый другой первый нужный полный бумажный общий верный ошибочный \
    проверьте откройте нажмите подождите позвоните напишите выберите исправьте сохраните удалите найдите \
    подтвердите повторите укажите обратитесь дождитесь сообщите приложите \
    если когда чтобы потом сразу ещё уже только после раньше снова обычно вместе отдельно";

/// The content file of a guide with about this many steps, at least ten.
pub fn generated_guide(shape: Shape, steps: usize) -> String {
    let mut writer = Writer { text: String::from(HEAD), words: WORDS.split_whitespace().collect(), seed: 1 };
    match shape {
        Shape::Chain => writer.questions(steps / 2, false),
        Shape::Diamond => writer.questions(steps / 2, true),
        Shape::Wide => writer.situations(steps / (1 + ADVICE_PER_SITUATION)),
    }
    writer.text
}

const HEAD: &str = r#"start = "start"

[site]
name = "Большой справочник"
description = "Проба."

[source]
title = "Документ"
author = "Центр"
date = "2026-09-01"

[[contact]]
id = "line"
name = "Линия"
phone = "+73439000010"
hours = "Mo-Fr 09:00-17:00"
time_zone = "Asia/Yekaterinburg"

[[rung]]
id = "parent"
label = "Родитель"
[[rung]]
id = "institution"
label = "Учреждение"
[[rung]]
id = "centre"
label = "Центр"
"#;

struct Writer {
    text: String,
    words: Vec<&'static str>,
    seed: u32,
}

impl Writer {
    /// Questions in a row, each with an advice of its own; what is advised there is the end, or leads to the next question (`meet`).
    fn questions(&mut self, count: usize, meet: bool) {
        let id = |number: usize| match number {
            0 => "start".to_owned(),
            _ if number == count => "end".to_owned(),
            _ => format!("q{number}"),
        };
        for number in 0..count {
            let (next, advice) = (id(number + 1), format!("a{number}"));
            self.question(&id(number), &[(&next, None), (&advice, None)]);
            self.advice(&advice, meet.then_some(&next));
        }
        self.advice("end", None);
    }

    /// Situations in groups under the first question, each a question with its advice.
    fn situations(&mut self, count: usize) {
        let situations: Vec<String> = (0..count).map(|number| format!("q{number}")).collect();
        let groups: Vec<String> = (0..count.div_ceil(SITUATIONS_PER_GROUP)).map(|_| self.sentence(2)).collect();
        let answers = situations.iter().enumerate();
        let answers = answers.map(|(number, id)| (&**id, Some(&*groups[number / SITUATIONS_PER_GROUP])));
        self.question("start", &answers.collect::<Vec<_>>());
        for id in &situations {
            let advice: Vec<String> = (0..ADVICE_PER_SITUATION).map(|number| format!("{id}-a{number}")).collect();
            self.question(id, &advice.iter().map(|id| (&**id, None)).collect::<Vec<_>>());
            for id in &advice {
                self.advice(id, None);
            }
        }
    }

    /// A step that asks; each answer leads to a step and may belong to a group.
    fn question(&mut self, id: &str, answers: &[(&str, Option<&str>)]) {
        let question = self.sentence(5);
        _ = writeln!(
            self.text,
            "[[step]]\nid = \"{id}\"\nquestion = \"{question}?\"\nsource = \"Документ\"\noption = ["
        );
        for (number, (next, group)) in answers.iter().enumerate() {
            let label = self.sentence(4);
            let group = group.map_or(String::new(), |group| format!(", group = \"{group}\""));
            _ = writeln!(self.text, "  {{ id = \"o{number}\", next = \"{next}\", label = \"{label}\"{group} }},");
        }
        self.text.push_str("]\n");
    }

    /// A step that advises; `next` is the step that its answer leads to.
    fn advice(&mut self, id: &str, next: Option<&str>) {
        let (title, dont, act, message) = (self.sentence(4), self.sentence(6), self.sentence(14), self.sentence(9));
        _ = writeln!(
            self.text,
            "[[step]]\nid = \"{id}\"\ntitle = \"{title}\"\ndont = \"{dont}.\"\ndo = \"{act}. {{phone}}.\"\nmessage = \"{message}.\"\n\
             contact = \"line\"\nrung = \"institution\"\nsource = \"Документ\""
        );
        if let Some(next) = next {
            let label = self.sentence(3);
            _ = writeln!(self.text, "option = [{{ id = \"on\", next = \"{next}\", label = \"{label}\" }}]");
        }
    }

    /// That many words, with a capital first; the same in every run.
    fn sentence(&mut self, words: usize) -> String {
        let mut text = String::new();
        for _ in 0..words {
            // The generator of Numerical Recipes, whose high bits are the random ones.
            self.seed = self.seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let word = self.words[(self.seed >> 16) as usize % self.words.len()];
            if text.is_empty() {
                let mut letters = word.chars();
                text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                text.push_str(letters.as_str());
            } else {
                text.push(' ');
                text.push_str(word);
            }
        }
        text
    }
}
