import AttuneInstrument

/// A choice that is really a reason for not answering, by its code or name.
struct OfferedReason {
  /// `prefer not to say`.
  let words: String

  init?(code: String, words: String) {
    let reason = MissingReason.offerable.first {
      code == $0.name || code == "\($0.rawValue)"
        || words.lowercased() == $0.words
    }
    guard let reason else { return nil }
    self.words = reason.words
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
