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
