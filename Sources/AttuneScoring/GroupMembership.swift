public import AttuneInstrument

extension Grouping {
  /// The level that a person belongs to; `nil` where it cannot be told.
  ///
  /// A person whose level is unknown is in no group, and is counted as such.
  public func level(of submission: Submission, in instrument: Instrument) -> String? {
    switch source {
    case .role:
      submission.role
    case .facilitator:
      submission.settings[name]
    case .item(let item):
      submission.answers[item]?.value?.number.flatMap { code in
        instrument.item(named: item)?.format.choices
          .first { Double($0.code) == code }
          .map { $0.name ?? String($0.code) }
      }
    case .conditions:
      levels.first { $0.condition?.truth(submission.known) == .yes }?.name
    }
  }

  /// The names of the levels in the order of the instrument; none where the facilitator sets them.
  public func levelNames(in instrument: Instrument) -> [String] {
    switch source {
    case .role: instrument.roles.map(\.name)
    case .facilitator, .conditions: levels.map(\.name)
    case .item(let item):
      instrument.item(named: item)?.format.choices.map { $0.name ?? String($0.code) } ?? []
    }
  }
}
