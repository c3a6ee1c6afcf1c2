import AttuneDigest
import AttuneInstrument
import AttuneStore
import Foundation

/// Looks at a store of answers: every record, what SQLite promises, what was pinned, what is due.
struct StoreExamination {
  let folder: StudyFolder
  let isPractice: Bool
  let today: String

  private var name: String { isPractice ? "Practice answers" : "Answers" }

  func remarks() -> [DoctorRemark] {
    let path = folder.storePath(practice: isPractice)
    guard FileManager.default.fileExists(atPath: path) else {
      return isPractice ? [] : [.fine("Nobody has answered yet.")]
    }
    do {
      let store = try folder.openStore(practice: isPractice)
      defer { try? store.close() }
      let promises = try store.promises()
      let review = try store.review()
      let sessions = try store.sessions()
      return [
        promises.areKept
          ? .fine("\(name): on the disk before they are shown as saved; overwritten when deleted.")
          : .mustFix(
            "\(name): SQLite does not promise what it should (\(promises.journalMode), "
              + "synchronous \(promises.synchronous))."),
        .fine(
          "\(name): \(counted(review.sessions, "session")), "
            + "\(counted(review.entries, "entry", "entries")), each as it was saved."),
      ] + stamps(sessions) + versions(sessions, in: store) + due(sessions) + clock(sessions)
    } catch let error as StoreError {
      return [.mustFix("\(name): \(error.description)")]
    } catch {
      return [.mustFix("\(name): the store cannot be opened.")]
    }
  }

  private func stamps(_ sessions: [KeptSession]) -> [DoctorRemark] {
    let strays = sessions.count { $0.isPractice != isPractice }
    guard strays > 0 else { return [] }
    let kind = isPractice ? "real" : "practice"
    return [.mustFix("\(name): \(counted(strays, "session")) here say that they are \(kind) ones.")]
  }

  /// Each session pins what was asked; versions are never mixed.
  private func versions(_ sessions: [KeptSession], in store: ResponseStore) -> [DoctorRemark] {
    let missing = sessions.filter { kept in
      guard let asked = try? store.instrument(kept.instrument),
        let meaning = try? asked.meaning()
      else { return true }
      return Fingerprint(of: meaning).description != kept.instrument
    }
    if !missing.isEmpty {
      return [
        .mustFix(
          "\(name): what \(counted(missing.count, "session was", "sessions were")) asked is not "
            + "kept as it was.")
      ]
    }
    let asked = folder.instrument.asked
    let others = sessions.count { (try? store.instrument($0.instrument))??.asked != asked }
    return others == 0
      ? []
      : [
        .look(
          "\(name): \(counted(others, "session")) answered another version of the questionnaire "
            + "than the one in the folder; versions are never mixed.")
      ]
  }

  private func due(_ sessions: [KeptSession]) -> [DoctorRemark] {
    let days = folder.study.setAsideDays
    let due = sessions.count { $0.isDue(after: days) }
    guard due > 0 else { return [] }
    let option = isPractice ? " --practice" : ""
    return [
      .mustFix(
        "\(name): \(counted(due, "session")) set aside for \(days) days or more; people were told "
          + "that these are deleted. To do it: attune study purge \(folder.path)\(option)")
    ]
  }

  private func clock(_ sessions: [KeptSession]) -> [DoctorRemark] {
    guard let last = sessions.map(\.changedOn).max(), last > today else { return [] }
    return [
      .look("\(name): somebody answered on \(last), which is still to come. Is the clock right?")
    ]
  }
}

extension KeptSession {
  /// Whether it was left without a word, and nobody came back within `days`.
  func isDue(after days: Int) -> Bool {
    [.open, .setAside].contains(state) && daysSince(changedOn) >= days
  }
}
