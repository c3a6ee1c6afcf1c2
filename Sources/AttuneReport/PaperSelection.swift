import AttuneInstrument
import AttuneSession

/// The sections and items that stand on the pages, in order, each item with its number.
struct PaperSelection {
  struct Chosen {
    let section: Section
    /// What must hold for the section to be shown; `nil` where it always is.
    let requirement: Requirement?
    var items: [ChosenItem]
  }

  struct ChosenItem {
    let item: Item
    let requirement: Requirement?
    var number = 0
  }

  private(set) var sections: [Chosen] = []
  private(set) var numbers: [String: Int] = [:]

  /// Leaves out what the roles of `outlines` can never be shown; answers that are never kept have
  /// no place on paper unless another question depends on them.
  init(_ outlines: [Outline], isToBeFilledIn: Bool) {
    select(from: outlines) { _ in true }
    if isToBeFilledIn {
      let needed = Set(sections.flatMap(\.requirements).flatMap(\.subjects))
      select(from: outlines) { item in
        needed.contains(item.name) || outlines.allSatisfy { $0.keeping(of: item) != .no }
      }
    }
    for section in sections.indices {
      for item in sections[section].items.indices {
        sections[section].items[item].number = numbers.count + 1
        numbers[sections[section].items[item].item.name] = numbers.count + 1
      }
    }
  }

  private mutating func select(from outlines: [Outline], where isWanted: (Item) -> Bool) {
    sections = []
    var leftOut: Set<String> = []
    func settled(_ subject: String) -> Condition.Known? {
      if leftOut.contains(subject) { return .answer(.missing(.notShown)) }
      let known = outlines.map { $0.settled(subject) }
      return Set(known).count == 1 ? known[0] : nil
    }
    for section in outlines[0].sections {
      let whole = section.showWhen.map { Requirement($0).remainder(settled) } ?? .always
      var items: [ChosenItem] = []
      for item in section.items {
        let own = item.showWhen.map { Requirement($0).remainder(settled) } ?? .always
        if whole != .never, own != .never, isWanted(item),
          outlines.contains(where: { $0.canAsk(item, in: section) })
        {
          items.append(ChosenItem(item: item, requirement: own.requirement))
        } else {
          leftOut.insert(item.name)
        }
      }
      let isRead = section.items.isEmpty && outlines.contains { $0.isMeant(section) }
      if whole != .never, !items.isEmpty || isRead {
        sections.append(Chosen(section: section, requirement: whole.requirement, items: items))
      }
    }
  }
}

extension PaperSelection.Chosen {
  fileprivate var requirements: [Requirement] {
    ([requirement] + items.map(\.requirement)).compactMap { $0 }
  }
}

extension Requirement {
  fileprivate var subjects: [String] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.subjects)
    case .comparison(let subject, _): [subject]
    }
  }
}

extension Requirement.Remainder {
  fileprivate var requirement: Requirement? {
    guard case .depends(let requirement) = self else { return nil }
    return requirement
  }
}
