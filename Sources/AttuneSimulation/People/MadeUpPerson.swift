import AttuneInstrument

/// A person as drawn: their true scores, and what they would say to every item.
///
/// What they are asked is not settled here: that is the session's part.
struct MadeUpPerson: Sendable, Hashable {
  /// What is said to an item, if it is asked.
  enum Reply: Sendable, Hashable {
    case code(Int)
    case missing(MissingReason)

    var answer: Answer {
      switch self {
      case .code(let code): .value(.choice(code))
      case .missing(let reason): .missing(reason)
      }
    }
  }

  /// Whether and where the person stops before the end.
  struct Stop: Sendable, Hashable {
    /// The first item that is not answered, as its place in the order of asking.
    var place: Int
    var deletes: Bool
  }

  /// The index of their kind in the design.
  var kind: Int
  /// In the order of the design's scores.
  var trueScores: [Double]
  var attention: Attention
  var site: String?
  /// By item, in the order of the instrument.
  var replies: [Reply]
  /// The sections that are not taken where people are asked first.
  var declinedParts: Set<String>
  var stop: Stop?
}

/// How a made-up person reads: the truth behind checks for careless answers.
public enum Attention: Sendable, Hashable {
  case reads
  /// Gives the same answer throughout, without reading.
  case straightLine
  /// Answers at random, without reading.
  case random
  /// Reads, and means one answer throughout this section.
  case sincere(section: String)
}
