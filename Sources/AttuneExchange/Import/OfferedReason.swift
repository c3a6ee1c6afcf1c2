import AttuneInstrument

/// A choice that attune wrote as a reason for not answering, by its code or name.
///
/// Words alone decide nothing: *Not sure* may well be a point of a scale.
struct OfferedReason {
  /// `prefer not to say`.
  let words: String

  init?(code: String) {
    let reason = MissingReason.offerable.first { code == $0.name || code == "\($0.rawValue)" }
    guard let reason else { return nil }
    self.words = reason.words
  }
}

extension InstrumentDraft {
  /// Asks about answers that read like reasons for not answering.
  func questionableAnswers() -> [String] {
    sections.flatMap(\.items).compactMap { item in
      guard case .chooseOne(let choices) = item.answer,
        let (choice, reason) = choices.lazy.compactMap({ choice in
          MissingReason.offerable.first { $0.words == choice.words.lowercased() }
            .map { (choice, $0) }
        }).first
      else { return nil }
      return
        "'\(choice.words)' is an answer to '\(item.name)'. If it is a reason for not answering, take it "
        + "out and write 'offer: \(reason.words)'."
    }
  }
}

/// Why a file cannot be made into a draft.
public enum ImportError: Error, Sendable, Hashable, CustomStringConvertible {
  case notThis(String, because: String)

  public var description: String {
    switch self {
    case .notThis(let what, let reason): "the file is not \(what): \(reason)"
    }
  }
}
