import AttuneDigest
public import AttuneInstrument
import Foundation

/// What was agreed before data were seen: an instrument and its plans, by their fingerprints.
///
/// A fingerprint is the SHA-256 of a meaning, so that a comment or another layout changes none, and
/// a word, a code or a plan does.
public struct InstrumentLock: Sendable, Hashable {
  /// A plan as it was frozen.
  public struct FrozenPlan: Sendable, Hashable {
    public var name: String
    public var fingerprint: String

    public init(name: String, fingerprint: String) {
      self.name = name
      self.fingerprint = fingerprint
    }
  }

  /// Of the instrument.
  public var name: String
  public var version: String
  /// An ISO 8601 day.
  public var frozenOn: String
  /// Of all that the instrument is: what a session is bound to.
  public var meaning: String
  /// Of all that is asked, said and scored: the meaning without plans, and without what the
  /// instrument says of itself (version, status, author, licence, source, review, notes).
  public var questions: String
  /// Of what plans share: the `analysis` block.
  public var analysis: String
  /// In the order of the instrument.
  public var plans: [FrozenPlan]

  public init(
    name: String, version: String, frozenOn: String, meaning: String, questions: String,
    analysis: String, plans: [FrozenPlan]
  ) {
    self.name = name
    self.version = version
    self.frozenOn = frozenOn
    self.meaning = meaning
    self.questions = questions
    self.analysis = analysis
    self.plans = plans
  }

  /// Freezes the instrument as it is; `day` is ISO 8601.
  public init(freezing instrument: Instrument, on day: String) throws {
    self.init(
      name: instrument.name, version: instrument.version, frozenOn: day,
      meaning: Self.fingerprint(try instrument.meaning()),
      questions: Self.fingerprint(try instrument.questionsAlone.meaning()),
      analysis: Self.fingerprint(try instrument.analysis.meaning()),
      plans: try instrument.plans.map {
        FrozenPlan(name: $0.name, fingerprint: Self.fingerprint(try $0.meaning()))
      })
  }

  /// Of the analysis and every plan: it shows whether a line of the lock is lost or was changed.
  public var plansFingerprint: String {
    let lines = [analysis] + plans.map { "\($0.name) \($0.fingerprint)" }
    return Self.fingerprint(Data(lines.joined(separator: "\n").utf8))
  }

  private static func fingerprint(_ bytes: Data) -> String { Fingerprint(of: bytes).description }
}

extension Instrument {
  fileprivate var questionsAlone: Instrument {
    var questions = self
    questions.version = ""
    questions.status = .draft
    questions.author = ""
    questions.licence = ""
    questions.sources = []
    questions.reviewedBy = nil
    questions.notes = []
    questions.analysis = AnalysisDefaults()
    questions.plans = []
    return questions
  }
}
