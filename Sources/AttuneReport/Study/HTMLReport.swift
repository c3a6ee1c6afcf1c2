import AttuneTables
import Mustache

/// Writes a report as one page that needs nothing from elsewhere and runs no script.
public struct HTMLReport: Sendable {
  private let template: MustacheTemplate

  public init() {
    do {
      template = try MustacheTemplate(
        string: String(decoding: PackageResources.report_mustache, as: UTF8.self))
    } catch {
      preconditionFailure("the template of reports is part of the program: \(error)")
    }
  }

  public func render(_ report: StudyReport) -> String {
    let parts = report.parts.enumerated().map { number, part -> [String: Any] in
      [
        "id": "part\(number + 1)", "heading": part.title.inert, "isMain": part.level == 2,
        "isSub": part.level != 2,
        "blocks": part.blocks.enumerated().map { index, block in
          view(block, "picture\(number + 1)-\(index + 1)")
        },
      ]
    }
    return template.render([
      "title": report.title.inert, "subtitle": report.subtitle.inert,
      "banners": report.banners.map(\.inert), "parts": parts,
      "narrowTables": HTMLRenderer.narrowTables,
      "contents": parts.filter { $0["isMain"] as? Bool == true },
    ])
  }

  /// Tables and pictures are drawn, and made inert, by their own renderers.
  private func view(_ block: StudyReport.Block, _ name: String) -> [String: Any] {
    switch block {
    case .paragraph(let text): ["paragraph": text.inert]
    case .list(let lines): ["list": ["lines": lines.map(\.inert)]]
    case .table(let table): ["drawing": HTMLRenderer().render(table)]
    case .picture(let picture):
      [
        "figure": [
          "svg": picture.svg(named: name),
          "narrow": picture.svg(named: name + "-narrow", isNarrow: true),
          "numbers": HTMLRenderer().render(picture.table),
        ]
      ]
    }
  }
}
