package import AttuneInstrument

/// What a questionnaire holds for one role, form and study, whatever is answered.
///
/// The base of pages that show it whole; it asks the same route as a session does.
package struct Outline {
  private let script: Script
  private let route: Route

  package init(_ setting: SessionSetting) {
    script = Script(setting)
    var replies = Replies()
    replies.role = setting.role
    replies.length = setting.form.map(Length.form) ?? .full
    route = Route(script, replies, reached: 0)
  }

  package var setting: SessionSetting { script.setting }

  /// Every section in the order of asking, with the study's terms in the labels of answers.
  package var sections: [Section] { script.sections }

  /// What is agreed to, with a statement of our own where the instrument needs none.
  package var statements: [Consent.Statement] { script.statements }

  package func isMeant(_ paragraph: Paragraph) -> Bool { route.isMeant(paragraph) }
  package func isMeant(_ passage: Passage) -> Bool { route.isMeant(passage) }
  package func isMeant(_ section: Section) -> Bool { route.isMeant(section) }

  /// Whether the item can be asked at all, whatever is answered.
  package func canAsk(_ item: Item, in section: Section) -> Bool { route.canAsk(item, in: section) }

  package func isNoted(_ section: Section) -> Bool { route.isNoted(section) }

  package func hasCheckIn(_ section: Section) -> Bool { route.hasCheckIn(section) }

  /// What becomes of the answer, by the item's own word or else its section's.
  package func keeping(of item: Item) -> Item.Keeping { script.keeping(ofItem: item.name) }

  /// What is settled before anything is answered; `nil` for what is still open.
  package func settled(_ subject: String) -> Condition.Known? {
    if let section = script.section(ofItem: subject), let item = script.item(named: subject) {
      return canAsk(item, in: section) ? nil : .answer(.missing(.notShown))
    }
    return ["role", "form"].contains(subject) ? route.known(subject) : nil
  }

  /// The words with study details, terms and sizes filled in; in the place of an earlier answer
  /// stands its fallback, or else what `earlier` says for the item.
  package func fill(_ text: InsertText, earlier: (String) -> String) -> String {
    let inserts = Inserts(script: script, route: route)
    return text.segments.map { segment in
      switch segment {
      case .words(let words): words
      case .insert(let name, let fallback):
        script.item(named: name) == nil
          ? inserts.fill(InsertText("{\(name)\(fallback.map { " or \($0)" } ?? "")}"))
          : fallback ?? earlier(name)
      }
    }.joined()
  }
}
