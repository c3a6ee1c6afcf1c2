import AttuneDiagnostics

/// Where names are looked up.
///
/// The first of two things with one name wins.
struct Directory: Sendable {
  private let scope: Scope
  let definitions: [Definition]
  private let byName: [Definition.Kind: [String: Definition]]
  /// Answers, by the beginning of the block that lists them.
  private let answers: [Int: [Definition]]
  private let blocks: [Int: any BlockSyntax]

  init(_ scope: Scope) {
    self.scope = scope
    let blocks = scope.file.blocks
    definitions = blocks.flatMap { [Definition($0)] + $0.parts }
    byName = Dictionary(grouping: definitions, by: \.kind).mapValues { definitions in
      Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    answers = Dictionary(grouping: definitions.filter { $0.kind == .answer }, by: \.block)
    self.blocks = Dictionary(
      blocks.map { ($0.heading.range.lower, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func block(of definition: Definition) -> (any BlockSyntax)? { blocks[definition.block] }

  func meaning(of use: NameUse) -> Definition? {
    candidates(for: use.referent, in: use.block).first { $0.name == use.name.value }
  }

  /// What a name may stand for there, in the order of the text; kinds in the order of their rank.
  func candidates(for referent: Referent, in block: Int) -> [Definition] {
    switch referent {
    case .item: all(.item)
    case .scale: all(.scale)
    case .role: all(.role)
    case .group: all(.group)
    case .section: all(.section)
    case .part: all(.item) + all(.construct)
    case .formPart: all(.item) + all(.section)
    case .score: all(.construct) + all(.item)
    case .subject: all(.item)
    case .insert: all(.item) + all(.term)
    case .code: []
    case .answer(let subject): answers(to: subject)
    case .ownChoice: answers[block] ?? []
    case .level: levels(ofPlanAt: block)
    case .countedAnswer: countedAnswers(ofConstructAt: block)
    }
  }

  private func all(_ kind: Definition.Kind) -> [Definition] {
    (byName[kind] ?? [:]).values.filter { !$0.name.isEmpty }.sorted { $0.place < $1.place }
  }

  private func answers(to subject: String) -> [Definition] {
    switch subject {
    case "role": return all(.role)
    case "form": return all(.form)
    default: break
    }
    guard let item = scope.item(subject) else { return [] }
    return answers(to: item)
  }

  func answers(to item: ItemBlock) -> [Definition] {
    if case .named(let scale) = scope.answer(of: item)?.value {
      return scope.scales[scale.value].flatMap { answers[$0.heading.range.lower] } ?? []
    }
    return answers[item.heading.range.lower] ?? []
  }

  private func levels(ofPlanAt block: Int) -> [Definition] {
    let groups = (blocks[block] as? PlanBlock)?.questions.compactMap { $0.value.group?.value } ?? []
    return groups.compactMap { scope.groups[$0] }.flatMap(levels)
  }

  func levels(of group: GroupBlock) -> [Definition] {
    let own = answers[group.heading.range.lower] ?? []
    guard own.isEmpty else { return own }
    switch group.setBy?.value {
    case .item(let name): return answers(to: name.value)
    case .role: return all(.role)
    case .facilitator, nil: return []
    }
  }

  private func countedAnswers(ofConstructAt block: Int) -> [Definition] {
    guard let construct = blocks[block] as? ConstructBlock else { return [] }
    var seen: Set<Definition> = []
    return scope.expand(construct.uses + construct.usesReversed)
      .compactMap { scope.item($0.value) }.flatMap(answers).filter { seen.insert($0).inserted }
  }
}
