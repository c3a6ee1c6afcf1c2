import AttuneDigest
import AttuneInstrument
import AttuneSession
import AttuneStore
import AttuneTables
import Foundation

/// The people of a study whose answers may enter results, and what became of the others.
struct StudyCases {
  let instrument: Instrument
  /// The form that was read; `nil` for the full questionnaire.
  let form: Form?
  let submissions: [Submission]
  let source: Results.Source
  let cautions: [Caution]
  /// How many people are not among `submissions`, by why.
  let others: [PeopleCount]
  /// The day of the first answer kept, ISO 8601.
  let begunOn: String?

  /// Reads the answers to this version of the instrument on one form; `form` is `nil` for full.
  init(of folder: StudyFolder, form: String?, practice: Bool) throws {
    instrument = folder.instrument
    self.form = instrument.forms.first { $0.name == form }
    if let form, self.form == nil {
      throw instrument.unknown(form, "form", among: instrument.forms.map(\.name))
    }
    let path = folder.storePath(practice: practice)
    guard FileManager.default.fileExists(atPath: path) else {
      let other = practice ? "" : " Practice answers are read with --practice."
      throw failure(
        "nobody has answered in '\(folder.path)' yet" + (practice ? " for practice." : ".") + other)
    }
    let store = try ResponseStore(path: path)
    let kept = try store.sessions()
    let deleted = try store.count(of: .stoppedAndDeleted)
    let withdrawn = try store.count(of: .withdrawn)
    let asked = instrument.asked
    let same = try Set(kept.map(\.instrument)).filter {
      try store.instrument($0)?.asked == asked
    }

    let usable = kept.filter { $0.state.isUsable && $0.isPractice == practice }
    let current = usable.filter { same.contains($0.instrument) }
    // By fingerprint: the same every time, and no hint of who came when.
    let all = current.sorted { $0.fingerprint < $1.fingerprint }
      .map { (kept: $0, submission: $0.submission(of: folder)) }
    let chosen = all.filter { $0.submission.form == form }
    submissions = chosen.map(\.submission)
    source = Results.Source(
      path: folder.path,
      sha256: Fingerprint(of: Data(kept.map(\.fingerprint).joined().utf8)).description,
      cases: submissions.count)

    begunOn = kept.map(\.startedOn).min()
    others = [
      PeopleCount(
        "other-version", usable.count - current.count,
        "answered another version of the instrument; versions are never mixed."),
      PeopleCount(
        "other-form", all.count - submissions.count,
        "answered another form; forms are never mixed. Choose one with --form."),
      PeopleCount(
        "unfinished", kept.count { !$0.state.isUsable },
        "did not finish, or left without saying that their answers may be used."),
      PeopleCount("deleted", deleted, "stopped and had their answers deleted."),
      PeopleCount("withdrawn", withdrawn, "had their answers deleted later."),
    ]
    let translated = PeopleCount(
      "translated", chosen.count { $0.kept.start.translation != nil },
      "answered in a translation; nobody has tested whether it measures the same.")
    // In this order since the first release.
    let counted = [others[0], others[1], others[2], translated, others[3], others[4]]
    let cautions = (practice ? [.practice] : []) + counted.compactMap(\.caution)
    self.cautions = cautions
    guard !submissions.isEmpty else {
      throw failure(
        (["no answers can be used yet."] + cautions.map(\.text)).joined(separator: " "))
    }
  }
}

extension KeptSession {
  /// The answers as they stand after everything that happened.
  func submission(of folder: StudyFolder) -> Submission {
    let session = Session(
      replaying: events,
      setting: SessionSetting(
        instrument: folder.instrument, study: folder.study, purpose: .live, role: start.role,
        form: start.form, details: start.details, isHelpGiven: start.isHelpGiven))
    let form: String? = if case .form(let name) = session.length { name } else { nil }
    return Submission(
      answers: session.answers, role: session.role, form: start.form ?? form,
      settings: start.details, times: times, isHelpGiven: start.isHelpGiven,
      isFromPaper: start.isFromPaper)
  }
}

extension Caution {
  static let practice = Caution(
    "practice",
    "PRACTICE: these answers were given to try things out. They say nothing about people.")
}
