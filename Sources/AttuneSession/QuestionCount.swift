import AttuneInstrument

/// How long a set of questions is, as people are told beforehand.
struct QuestionCount {
  let questions: Int

  /// About nine seconds a question.
  var minutes: Int { max(1, (questions * 9 + 30) / 60) }

  /// The questions that this person's whole form has, without those before and after it.
  static func all(_ script: Script, _ route: Route) -> Self {
    let sections = script.sections.filter { $0.place == nil }
    return Self(
      questions: sections.reduce(0) { count, section in
        count + section.items.count { route.isMeant($0, in: section) }
      })
  }

  static func of(_ form: Form) -> Self { Self(questions: form.items.count) }
}
