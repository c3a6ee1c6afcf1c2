import ArgumentParser
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneReport
import AttuneScoring
import AttuneTables
import Foundation

/// The people of a study, or of an exported file and its instrument, with all their answers: what
/// scoring, the planned analyses and the report work on.
struct WholeCases {
  let sample: StudySample
  /// The instrument's file as it is now.
  let instrumentText: SourceText
  let form: Form?
  let source: Results.Source
  let cautions: [Caution]
  /// People who are not in the results, by why; `nil` where a file cannot know.
  let others: [PeopleCount]?
  /// `nil` for a file.
  let study: StudyFolder?

  init(_ data: DataArguments, reasons: String? = nil) throws {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: data.data, isDirectory: &isFolder), isFolder.boolValue
    {
      guard data.instrument == nil, reasons == nil else {
        throw failure(
          "'\(data.data)' is a study, which has its own instrument and reasons; leave --instrument "
            + "and --reasons out.")
      }
      let folder = try StudyFolder(path: data.data)
      let cases = try StudyCases(of: folder, form: data.form, practice: data.practice)
      sample = StudySample(
        of: cases.instrument, cases.submissions,
        standing: PlanStanding(try folder.freeze().comparison, begunOn: cases.begunOn))
      instrumentText = folder.instrumentText
      form = cases.form
      source = cases.source
      cautions = cases.cautions
      others = cases.others
      study = folder
      return
    }
    guard let path = data.instrument else {
      throw failure("a file of answers needs its instrument: --instrument FILE.")
    }
    guard !data.practice else { throw failure("--practice belongs to a study's folder.") }
    let (instrument, text) = try Instrument.load(path)
    instrumentText = text
    let chosen = instrument.forms.first { $0.name == data.form }
    if let form = data.form, chosen == nil {
      throw instrument.unknown(form, "form", among: instrument.forms.map(\.name))
    }
    let cases = try FileCases(data, instrument: instrument, reasons: reasons)
    let submissions = cases.submissions.filter { $0.form == chosen?.name }
    guard !submissions.isEmpty else {
      throw failure(
        "nobody in '\(data.data)' answered the \(chosen?.name ?? "full") form; choose one with "
          + "--form.")
    }
    sample = StudySample(
      of: instrument, submissions,
      standing: PlanStanding(try comparison(of: instrument, at: path), begunOn: nil))
    form = chosen
    source = Results.Source(
      path: cases.source.path, sha256: cases.source.sha256, cases: submissions.count)
    let otherForms = PeopleCount(
      "other-form", cases.submissions.count - submissions.count,
      "answered another form; forms are never mixed. Choose one with --form.")
    cautions =
      cases.cautions + [otherForms].compactMap(\.caution)
      + (cases.absentItems.isEmpty
        ? []
        : [
          Caution(
            "not-in-file", about: cases.absentItems,
            "The file has no column for: \(cases.absentItems.joined(separator: ", ")).")
        ])
    others = nil
    study = nil
  }

  var instrument: Instrument { sample.instrument }
}

extension StudyFolder.Freeze {
  fileprivate var comparison: LockComparison? {
    if case .frozen(let comparison) = self { comparison } else { nil }
  }
}

/// How an instrument stands to the lock beside it; `nil` where there is none that can be read.
private func comparison(of instrument: Instrument, at path: String) throws -> LockComparison? {
  try LockFile(beside: path).text().flatMap { LockCompilation(of: $0).lock }
    .map { try $0.comparison(with: instrument) }
}

extension PlanStanding {
  /// What the lock says of the plans.
  init(_ lock: LockComparison?, begunOn: String?) {
    self.init(
      frozenOn: lock?.frozenOn, begunOn: begunOn, unchanged: Set(lock?.unchangedPlans ?? []),
      changed: Set(lock?.changedPlans ?? []),
      hasOtherDefaults: lock?.analysisChanged ?? false)
  }
}
