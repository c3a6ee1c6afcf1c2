import AttuneDiagnostics

/// A way to tell people's answers apart.
struct GroupBlock: BlockSyntax {
  var heading: Heading
  var range: SourceRange
  var accepted: [Written<Acceptance>] = []
  var setBy: Written<GroupSourceSyntax>?
  var choices: [ChoiceSyntax] = []
  var conditions: [LevelConditionSyntax] = []
  /// Where each level has its first condition.
  fileprivate var levels: [String: SourceRange] = [:]
  var pairs: Written<[Name]>?
  var notes: [Words] = []

  init(heading: Heading) {
    self.heading = heading
    range = heading.range
  }

  static let vocabulary = Vocabulary<Self>(
    [
      .once("set by", \.setBy) { $0.expectGroupSource() },
      .levelCondition,
      .once("pairs", \.pairs) { $0.expectPairs() },
      .words("note", \.notes),
      .accept,
    ],
    choice: { $0.choices.append($1) })
}

/// Who or what puts a person into the group: `item which_team`, `role`, `facilitator`.
enum GroupSourceSyntax: Sendable, Hashable {
  case item(Name)
  case role
  case facilitator
}

/// `in_contact when: service is one of outreach, voluntary`.
struct LevelConditionSyntax: Sendable, Hashable {
  var level: Name
  var condition: Written<ConditionSyntax>
}

extension Detail<GroupBlock> {
  fileprivate static var levelCondition: Detail {
    Detail("... when", argument: .leadingName) { block, line, reader in
      guard let level = reader.argumentName(line, .ownChoice),
        let condition = reader.expectCondition()
      else {
        return
      }
      if let first = block.levels[level.value] {
        reader.report(.saidTwice("\(level.value) when", at: line.keyword, first: first))
      }
      block.levels[level.value] = block.levels[level.value] ?? level.range
      block.conditions.append(LevelConditionSyntax(level: level, condition: condition))
    }
  }
}

extension Reader {
  fileprivate mutating func expectGroupSource() -> Written<GroupSourceSyntax>? {
    let range = text
    if maybe("item") {
      return expectOnlyName(.item).map { Written(.item($0), at: range) }
    }
    return expectOne(of: [("role", .role), ("facilitator", .facilitator)], or: ["item ..."])
  }

  /// `worker with person`.
  fileprivate mutating func expectPairs() -> Written<[Name]>? {
    let range = text
    guard let first = expectName("a role", .role) else { return nil }
    guard maybe("with") else {
      report(.expected("\"with\" and the other role", at: place))
      return nil
    }
    guard let second = expectOnlyName(.role) else { return nil }
    return Written([first, second], at: range)
  }
}
