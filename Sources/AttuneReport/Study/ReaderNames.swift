import AttuneInstrument
import AttuneScoring

/// What readers call scores and groups: their titles, with the names that commands know them by.
struct ReaderNames {
  private let instrument: Instrument

  init(of instrument: Instrument) { self.instrument = instrument }

  /// `Relationships with staff (rel)`; of an item, its words.
  func score(_ name: String) -> String { Self.titled(plainScore(name), name) }

  /// `People in contact (in_contact)`.
  func level(_ name: String, of grouping: String?) -> String {
    Self.titled(plainLevel(name, of: grouping), name)
  }

  /// `Relationships with staff`.
  func plainScore(_ name: String) -> String {
    instrument.construct(named: name)?.title ?? instrument.item(named: name)?.words ?? name
  }

  /// `People in contact`.
  func plainLevel(_ name: String, of grouping: String?) -> String {
    grouping.flatMap { instrument.grouping(named: $0) }?.levels.first { $0.name == name }?.label
      ?? name
  }

  /// `“Yes”`.
  func answer(_ code: Int, to item: String?) -> String {
    let choices = item.flatMap { instrument.item(named: $0) }?.format.choices
    return "\u{201C}\(choices?.first { $0.code == code }?.label ?? "\(code)")\u{201D}"
  }

  func grouping(_ name: String) -> String {
    Self.titled(instrument.grouping(named: name)?.title ?? "", name)
  }

  func subject(of trial: PlannedTrial) -> String {
    switch trial.subject {
    case .groups(let name, let by): "\(score(name)), by \(grouping(by))"
    case .oneGroup(let name, let by, let group, _):
      "\(score(name)), \(level(group, of: by))"
    case .pair(let first, let second): "\(score(first)), with \(score(second))"
    case .within(let scores): scores.map(score).joined(separator: "; ")
    }
  }

  private static func titled(_ title: String, _ name: String) -> String {
    title.isEmpty || title == name ? name : "\(title) (\(name))"
  }
}

extension Item {
  /// The words that people read, every insert with its fallback.
  var words: String {
    wordings.map { $0.text.filled { _ in nil } }.joined(separator: " / ")
  }
}
