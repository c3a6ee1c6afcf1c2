import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneStore
import Foundation

/// Looks at everything that a study needs: its own part, its questionnaire, its files.
struct StudyExamination {
  let folder: StudyFolder
  let today: String

  func remarks() -> [DoctorRemark] {
    dates() + questionnaire() + translations() + access() + disk()
      + StoreExamination(folder: folder, isPractice: false, today: today).remarks()
      + StoreExamination(folder: folder, isPractice: true, today: today).remarks()
  }

  /// What people are told, the helplines, and the days that were promised.
  private func dates() -> [DoctorRemark] {
    var remarks = folder.study.reasonsToWait(on: today).map { reason in
      DoctorRemark.look("Real answers wait: \(reason)")
    }
    if remarks.isEmpty {
      remarks.append(.fine("Everything that people are told is filled in; helplines were checked."))
    }
    if let until = folder.study.keepUntil, until < today, hasAnswers {
      remarks.append(
        .mustFix(
          "People were told that answers are kept until \(until), and they are still here. "
            + "To delete them: attune study erase \(folder.path)"))
    }
    return remarks
  }

  private var hasAnswers: Bool {
    FileManager.default.fileExists(atPath: folder.storePath(practice: false))
  }

  private func questionnaire() -> [DoctorRemark] {
    let open = folder.instrumentText.findings().filter { $0.code == "A315" }
    var remarks: [DoctorRemark] = [
      open.isEmpty
        ? .fine("'\(folder.study.instrument)' compiles, and nothing is left to be written.")
        : .look("'\(folder.study.instrument)' still says [write here: ...], \(open.count) times.")
    ]
    switch try? folder.freeze() {
    case .frozen(let comparison) where comparison.isUnchanged:
      remarks.append(.fine("It is as it was frozen on \(comparison.frozenOn)."))
    case .frozen(let comparison):
      remarks.append(
        .look(
          "Since it was frozen on \(comparison.frozenOn): "
            + comparison.sentences.joined(separator: "; ") + "."))
    case .notFrozen:
      remarks.append(.fine("It is not frozen: attune freeze FILE does, before data are seen."))
    case .unreadable, nil:
      remarks.append(
        .mustFix("Its lock cannot be read: 'attune check', given the .lock, says why."))
    }
    return remarks
  }

  private func translations() -> [DoctorRemark] {
    TranslationFiles(beside: folder.instrumentText.name).paths.map { language, path in
      guard let text = try? SourceText(path: path),
        let translation = TranslationCompilation(of: text, for: folder.instrument).translation
      else { return .look("'\(path)' has to be mended: attune check \(path)") }
      let gaps = translation.untranslated(in: folder.instrument)
        .filter(\.place.isReadWhileAnswering).count
      return gaps == 0
        ? .fine("The translation into '\(language)' is whole.")
        : .look("\(gaps) texts are not translated into '\(language)': attune check \(path)")
    }
  }

  /// What people said is readable by the owner alone, and the folder can be written.
  private func access() -> [DoctorRemark] {
    let files = FileManager.default
    var remarks: [DoctorRemark] = []
    for place in ["", "/practice", "/exports", "/reports"] {
      let path = folder.path + place
      guard files.fileExists(atPath: path) else { continue }
      if !files.isWritableFile(atPath: path) {
        remarks.append(.mustFix("I cannot write in '\(path)', so no answer could be saved there."))
      }
      let names = ((try? files.contentsOfDirectory(atPath: path)) ?? []).filter { name in
        place != "" || name.hasPrefix("answers.sqlite") || name == "apart.jsonl"
      }
      let open = ([path] + names.map { path + "/" + $0 }).filter { isOpenToOthers($0) }
      remarks += open.map { .mustFix("Others can read '\($0)'. To close it: chmod go= '\($0)'") }
    }
    return remarks.isEmpty
      ? [.fine("The folder can be written, and what people said is readable by you alone.")]
      : remarks
  }

  private func isOpenToOthers(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return ((attributes?[.posixPermissions] as? Int) ?? 0) & 0o077 != 0
  }

  private func disk() -> [DoctorRemark] {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else { return [] }
    let mebibytes = free >> 20
    return switch mebibytes {
    case ..<20: [.mustFix("The disk is full: \(mebibytes) MiB are free. Answers need room.")]
    case ..<200: [.look("The disk is nearly full: \(mebibytes) MiB are free.")]
    default: [.fine("There is room on the disk.")]
    }
  }
}
