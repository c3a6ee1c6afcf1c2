// What conditions and inserts know without being told.

let conditionRelations = [
  relation("is", "team is north", "The answer is this one."),
  relation("is not", "team is not north", "There is an answer, and it is another one."),
  relation("is one of", "team is one of north, south", "The answer is one of these."),
  relation("is at least", "meetings is at least 1", "The number is this or higher."),
  relation("is at most", "meetings is at most 5", "The number is this or lower."),
  relation("is more than", "meetings is more than 0", "The number is higher than this."),
  relation("is less than", "meetings is less than 6", "The number is lower than this."),
  relation("includes", "helped includes friends", "This is among the answers chosen."),
  relation("is answered", "more is answered", "There is an answer."),
  relation(
    "is not answered", "more is not answered",
    "There is none: the question was left blank or not shown."),
  relation("and", "team is north and meetings is at least 1", "Both must hold."),
  relation("or", "team is north or meetings is at least 1", "One of the two is enough."),
  relation("not", "not (team is north)", "What stands in the brackets must be known not to hold."),
]

let conditionSubjects = [
  subject("role", "role is worker", "The role that the person answers in."),
  subject("form", "form is short", "The form that the person took; the whole of it is full."),
  subject("both_roles", "both_roles is yes", "Whether the person said that both roles are theirs."),
  subject(
    "help_given", "help_given is yes", "Whether somebody reads aloud or types for the person."),
]

let builtInInserts = [
  insert("team", "Who asks; from the study."),
  insert("contact", "Whom people can ask; from the study."),
  insert("complaints", "Whom people can complain to; from the study."),
  insert("purpose", "What the answers will help; from the study."),
  insert("kept_where", "Where answers are kept; from the study."),
  insert("who_sees", "Who can see answers; from the study."),
  insert("local_line", "A local place to turn to; from the study, or nothing."),
  insert("withdraw_until", "Until when people can have their answers deleted; from the study."),
  insert("keep_until", "When answers are deleted; from the study."),
  insert("set_aside_days", "How many days unfinished answers wait; from the study."),
  insert("smallest_group", "How many people a group needs to be shown; from the study."),
  insert("questions", "How many questions there are, worked out."),
  insert("minutes", "How many minutes they take, worked out."),
  insert("short_questions", "How many questions the short form has, worked out."),
]

private func relation(_ spelling: String, _ example: String, _ summary: String) -> Keyword {
  Keyword(.relation, spelling, example, summary)
}

private func subject(_ spelling: String, _ example: String, _ summary: String) -> Keyword {
  Keyword(.subject, spelling, example, summary)
}

private func insert(_ spelling: String, _ summary: String) -> Keyword {
  Keyword(.insert, spelling, "{\(spelling)}", summary)
}
