import AttuneInstrument

extension Scope {
  func lowered(_ block: ConstructBlock) -> Construct? {
    guard let name = block.heading.name, case .rule(let rule, _) = block.score?.value else {
      return nil
    }
    let reversed = Set(expand(block.usesReversed).map(\.value))
    var construct = Construct(
      name: name.value, title: block.heading.title?.value ?? name.value,
      uses: usesInOrder(of: block).map {
        Construct.Use($0.value, isReversed: reversed.contains($0.value))
      },
      rule: rule, isIndex: block.isIndex?.value ?? false, isComposite: isComposite(block))
    construct.higherMeans = block.higherMeans?.value
    construct.counts = counts(of: block)
    construct.acrossRoles = block.acrossRoles?.value
    construct.sources = block.sources.map(\.value)
    construct.notes = block.notes.map(\.value)
    return construct
  }

  /// Whether the construct is made of constructs.
  func isComposite(_ block: ConstructBlock) -> Bool {
    // What stands between the ends of a run are items.
    (block.uses + block.usesReversed).contains { run in
      [run.first, run.last].contains { name in
        name.map { itemIndex[$0.value] == nil && constructs[$0.value] != nil } ?? false
      }
    }
  }

  /// What a construct uses, in the order of the file, whichever way round it counts.
  private func usesInOrder(of block: ConstructBlock) -> [Name] {
    let uses = expand(block.uses + block.usesReversed)
    guard !isComposite(block) else { return uses }
    return uses.sorted { itemIndex[$0.value] ?? .max < itemIndex[$1.value] ?? .max }
  }

  private func counts(of block: ConstructBlock) -> [Int: Double]? {
    guard let counts = block.counts?.value else { return nil }
    let answers = expand(block.uses).first.flatMap { item($0.value) }.flatMap(answers)
    let pairs = counts.compactMap { count in
      (answers?.code(of: count.value.value) ?? wholeNumber(count.value.value))
        .map { ($0, count.worth.value) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  func lowered(_ block: FormBlock) -> Form? {
    guard let name = block.heading.name else { return nil }
    let items = (itemsOfForm[name.value] ?? []).sorted()
      .compactMap { file.block(at: $0)?.heading.name?.value }
    let scoring: Form.Scoring =
      switch block.score?.value {
      case .rule(let rule, _): .rule(rule)
      case .some(.none): .none
      case nil: .asConstructs
      }
    var form = Form(
      name: name.value, title: block.heading.title?.value ?? name.value, items: items,
      scoring: scoring)
    form.notes = block.notes.map(\.value)
    return form
  }
}
