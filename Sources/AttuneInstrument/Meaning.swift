public import Foundation

extension Instrument {
  /// The instrument's meaning as bytes: the same for the same meaning, on every machine.
  ///
  /// Comments, layout and the order of details are not part of it; every word, code, condition,
  /// rule and plan is. Its SHA-256 is what a session is bound to.
  public func meaning() throws -> Data { try encoded(self) }
}

extension Instrument {
  /// The instrument without what is said about it: its status, who reviewed it, its sources and
  /// notes, and its plans.
  ///
  /// Answers to two instruments of which this is the same are answers to the same questions. The
  /// version stays part of it: its author says with a new one that answers are to be kept apart.
  public var asked: Instrument {
    var asked = self
    asked.status = .draft
    asked.reviewedBy = nil
    asked.sources = []
    asked.notes = []
    asked.analysis = AnalysisDefaults()
    asked.plans = []
    return asked
  }
}

extension Plan {
  /// The plan's own meaning as bytes, without what it leaves to the `analysis` block.
  public func meaning() throws -> Data { try encoded(self) }
}

extension AnalysisDefaults {
  /// What plans share, as bytes.
  public func meaning() throws -> Data { try encoded(self) }
}

private func encoded(_ value: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return try encoder.encode(value)
}
