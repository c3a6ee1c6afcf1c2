import AttuneInstrument

/// How long a set of questions is, as people are told beforehand.
struct QuestionCount {
  let questions: Int

  /// About nine seconds a question.
  var minutes: Int { max(1, (questions * 9 + 30) / 60) }

  /// The questions of the whole, or of `form`, that are meant for this person's role in this
  /// study, without those before and after.
  init(_ script: Script, _ route: Route, on form: Form? = nil) {
    let sections = script.sections.filter { $0.place == nil }
    questions = sections.reduce(0) { count, section in
      count
        + section.items.count { item in
          route.isMeant(item, in: section) && form?.items.contains(item.name) != false
        }
    }
  }
}
