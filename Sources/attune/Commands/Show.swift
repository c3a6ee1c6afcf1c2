import ArgumentParser
import AttuneInstrument
import AttuneReport
import AttuneSession
import AttuneTerminal
import Foundation

extension Attune {
  /// Shows a questionnaire whole, to read together or to print and fill in.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show a whole questionnaire, to read or to print.",
      usage: "attune show <path> [<options>]",
      discussion: """
        Shows every word that people meet, in order, and says in words who is shown what. The name \
        of each question's column stands beside it. 'html' is a form in large print, to be filled \
        in by hand: open it in a browser and print it. With a study's folder, the study's own \
        words are filled in.
        """)

    /// How the questionnaire is drawn.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, markdown, html
    }

    @Argument(
      help: "An instrument, or a study's folder.", completion: .file(extensions: ["instrument"]))
    var path: String

    @Option(help: "The role to show it for; 'all' puts the words of every role side by side.")
    var role: String?

    @Option(help: "The form to show, such as short; the whole questionnaire if not given.")
    var form: String?

    @Option(help: "How to show it.")
    var format: Format = .text

    @Option(name: .shortAndLong, help: "The file to write.", completion: .file())
    var output: String?

    func run() throws {
      try reporting {
        let (instrument, study) = try load()
        var setting = SessionSetting(instrument: instrument, study: study, purpose: .rehearsal)
        setting.role = try chosenRole(of: instrument)
        if let form, !instrument.forms.contains(where: { $0.name == form }) {
          throw instrument.unknown(form, "form", among: instrument.forms.map(\.name))
        }
        setting.form = form
        try send(render(setting))
        if format == .html { sayWhatWaits(study) }
      }
    }

    private func load() throws -> (Instrument, StudyDescription?) {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        let folder = try StudyFolder(path: path)
        return (folder.instrument, folder.study)
      }
      return (try Instrument.load(path).0, nil)
    }

    /// The role to show; `nil` for all of them, or where there are none.
    private func chosenRole(of instrument: Instrument) throws -> String? {
      let roles = instrument.roles.map(\.name)
      switch role {
      case "all" where roles.count > 1:
        guard format != .html else {
          throw failure(
            "a form to print is for one role, because one person fills it in. "
              + "Name it with --role: \(roles.joined(separator: ", ")).")
        }
        return nil
      case "all"?: return roles.first
      case let role?:
        guard roles.contains(role) else {
          throw instrument.unknown(role, "role", among: roles + (roles.count > 1 ? ["all"] : []))
        }
        return role
      case nil:
        if let first = roles.first, roles.count > 1 {
          say(
            "Shown for '\(first)'. There is also \(roles.dropFirst().joined(separator: ", ")): "
              + "choose with --role"
              + (format == .html ? "." : ", or see all side by side with --role all."))
        }
        return roles.first
      }
    }

    /// What should be settled before anybody fills in a printed form.
    private func sayWhatWaits(_ study: StudyDescription?) {
      guard let study else {
        return say(
          "There is no study yet, so what it would say stands in brackets, as in [contact]. "
            + "With a study: attune show FOLDER --format html")
      }
      for reason in study.reasonsToWait(on: today()) { say("Real answers wait: \(reason)") }
    }

    private func render(_ setting: SessionSetting) -> String {
      switch format {
      case .text:
        TextPaper(width: StandardOutput().width).render(PaperForm(setting, for: .reading))
      case .markdown: MarkdownPaper().render(PaperForm(setting, for: .reading))
      case .html: HTMLPaper().render(PaperForm(setting, for: .fillingIn))
      }
    }

    private func send(_ text: String) throws {
      guard let output else { return print(text, terminator: "") }
      try write(text, to: output)
      say("Wrote \(output)")
    }
  }
}
