import AttuneInstrument

/// The items of the body of a questionnaire in the order of asking, and who can be asked them.
///
/// People stop in the body: before it nothing is kept yet, and after the review all is given.
struct AskingOrder: Sendable {
  let instrument: Instrument
  private let form: Form?
  /// The items of the body, by name, from 0.
  private let placesByRole: [String?: [String: Int]]

  init(_ instrument: Instrument, form: String?) {
    self.instrument = instrument
    let form = form.flatMap { name in instrument.forms.first { $0.name == name } }
    self.form = form
    let roles: [String?] = instrument.roles.isEmpty ? [nil] : instrument.roles.map(\.name)
    var places: [String?: [String: Int]] = [:]
    for role in roles {
      let asked = instrument.sections.filter { $0.place == nil }.flatMap { section in
        section.items.filter {
          Self.canAsk($0, in: section, role: role, form: form)
        }
      }
      places[role] = Dictionary(
        zip(asked.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
    }
    placesByRole = places
  }

  /// Where the item stands among those that somebody of this role can be asked.
  func place(of item: String, role: String?) -> Int? { placesByRole[role]?[item] }

  func placeCount(role: String?) -> Int { placesByRole[role]?.count ?? 0 }

  func canAsk(_ item: Item, in section: Section, role: String?) -> Bool {
    Self.canAsk(item, in: section, role: role, form: form)
  }

  /// Whether an item can be asked whatever is answered: by role, form, and without a study that
  /// turns anything on.
  private static func canAsk(
    _ item: Item, in section: Section, role: String?, form: Form?
  ) -> Bool {
    guard section.isAskedOnRequest != true, item.isAskedOnRequest != true,
      section.onlyFor == nil || section.onlyFor == role, item.wording(for: role) != nil
    else { return false }
    return section.place != nil || form?.items.contains(item.name) ?? true
  }
}
