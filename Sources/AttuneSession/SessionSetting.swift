public import AttuneInstrument

/// Everything a session is given before its first screen; it does not change afterwards.
///
/// The codes are made by whoever has a source of randomness; the engine has none.
public struct SessionSetting: Sendable, Hashable {
  /// What becomes of the answers.
  public enum Purpose: Sendable, Hashable {
    /// A real person's answers, kept in the study.
    case live
    /// Kept apart from real answers, and stamped.
    case practice
    /// Nothing is saved.
    case rehearsal
  }

  public var instrument: Instrument
  /// The team's own part; `nil` when an instrument is tried without a study.
  public var study: StudyDescription?
  public var purpose: Purpose
  /// Set beforehand; the person is then not asked.
  public var role: String?
  /// A form's name, set beforehand; the person is then not asked how much to answer.
  public var form: String?
  /// Three plain words that bring the person back to their place; `nil` where nothing is saved.
  public var resumeCode: String?
  /// Three plain words with which the answers can be deleted; `nil` where nothing is saved.
  public var withdrawalCode: String?
  /// Set by the facilitator, by group name: `site`, `occasion`.
  public var details: [String: String]
  /// Whether somebody reads aloud or types for the person.
  public var isHelpGiven: Bool
  /// Whether screens say which part of how many this is.
  public var showsProgress: Bool
  public var catalogue: Catalogue
  /// The day of the latest answers of somebody who comes back, ISO 8601; `nil` where it is today.
  public var answeredOn: String?

  public init(
    instrument: Instrument, study: StudyDescription? = nil, purpose: Purpose = .live,
    role: String? = nil, form: String? = nil, resumeCode: String? = nil,
    withdrawalCode: String? = nil, details: [String: String] = [:], isHelpGiven: Bool = false,
    showsProgress: Bool = true, catalogue: Catalogue = .britishEnglish, answeredOn: String? = nil
  ) {
    self.instrument = instrument
    self.study = study
    self.purpose = purpose
    self.role = role
    self.form = form
    self.resumeCode = resumeCode
    self.withdrawalCode = withdrawalCode
    self.details = details
    self.isHelpGiven = isHelpGiven
    self.showsProgress = showsProgress
    self.catalogue = catalogue
    self.answeredOn = answeredOn
  }

  public var isPractice: Bool { purpose != .live }
}
