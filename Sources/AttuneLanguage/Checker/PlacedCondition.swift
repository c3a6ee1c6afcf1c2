import AttuneDiagnostics
import AttuneInstrument

/// A condition, and where in the order of asking it stands.
struct PlacedCondition {
  let condition: Written<ConditionSyntax>
  /// Where it is asked; `nil` where every answer is known, as in groups and plans.
  let moment: Moment?

  static func all(in scope: Scope) -> [PlacedCondition] {
    let file = scope.file
    let sections = file.sections.compactMap { section in
      section.showWhen.map {
        PlacedCondition(condition: $0, moment: Moment(section.place?.value, section.heading))
      }
    }
    let items = file.items.compactMap { item in
      item.showWhen.map { PlacedCondition(condition: $0, moment: scope.moment(of: item)) }
    }
    let others =
      file.supports.flatMap(\.lines).compactMap(\.condition)
      + file.groups.flatMap(\.conditions).map(\.condition) + file.plans.compactMap(\.onlyWhen)
    return sections + items + others.map { PlacedCondition(condition: $0, moment: nil) }
  }
}

/// A place in the order of asking: before the information, in the order of the file, after the
/// review.
struct Moment: Comparable {
  let part: Int
  let offset: Int

  init(_ place: Section.Place?, _ heading: Heading) {
    part =
      switch place {
      case .beforeInformation: 0
      case nil: 1
      case .afterReview: 2
      }
    offset = heading.range.lower
  }

  static func < (left: Moment, right: Moment) -> Bool {
    (left.part, left.offset) < (right.part, right.offset)
  }
}

extension Scope {
  func moment(of item: ItemBlock) -> Moment {
    Moment(section(of: item)?.place?.value, item.heading)
  }
}
