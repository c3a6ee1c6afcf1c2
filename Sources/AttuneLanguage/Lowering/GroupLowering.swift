import AttuneInstrument

extension Scope {
  func lowered(_ block: GroupBlock) -> Grouping? {
    guard let name = block.heading.name else { return nil }
    var group = Grouping(
      name: name.value, title: block.heading.title?.value ?? name.value, source: source(of: block),
      levels: levels(of: block))
    group.pairs = block.pairs?.value.map(\.value)
    group.notes = block.notes.map(\.value)
    return group
  }

  private func source(of block: GroupBlock) -> Grouping.Source {
    switch block.setBy?.value {
    case .item(let item): .item(item.value)
    case .role: .role
    case .facilitator: .facilitator
    case nil: .conditions
    }
  }

  /// The group's own levels; else those of the item or of the roles behind it.
  private func levels(of block: GroupBlock) -> [Grouping.Level] {
    if block.choices.isEmpty {
      switch block.setBy?.value {
      case .item(let name):
        let choices = item(name.value).flatMap(answers)?.choices.lowered ?? []
        return choices.map { Grouping.Level(name: $0.name ?? String($0.code), label: $0.label) }
      case .role:
        return file.roles.compactMap { role in
          role.heading.name.map {
            Grouping.Level(name: $0.value, label: role.heading.title?.value ?? $0.value)
          }
        }
      case .facilitator, nil: return []
      }
    }
    return block.choices.map { choice in
      let condition = block.conditions.first { $0.level.value == choice.key.value }
      return Grouping.Level(
        name: choice.key.value, label: choice.label.value,
        condition: condition?.condition.value.lowered(in: self))
    }
  }

  /// The names of a group's levels.
  func levelNames(of block: GroupBlock) -> [String] {
    if !block.choices.isEmpty { return block.choices.map(\.key.value) }
    return levels(of: block).map(\.name)
  }
}
