import AttuneDiagnostics

/// The instrument, the consent, the support and the analysis each stand once.
///
/// People agree to one thing and turn to one list of places; two blocks would leave open which.
struct BlocksStandOnce: Rule {
  static let code = "A122"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let single: [[any BlockSyntax]] = [
      file.instruments, file.consents, file.supports, file.analyses,
    ]
    for blocks in single {
      for block in blocks.dropFirst() {
        findings.append(.secondBlock(block.heading, first: blocks[0].heading))
      }
    }
  }
}

extension Finding {
  fileprivate static func secondBlock(_ heading: Heading, first: Heading) -> Finding {
    Finding(
      BlocksStandOnce.code, .mustFix, "There is already \(heading.kind.withArticle) block",
      at: heading.range,
      notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "move these lines into the first one")])
  }
}
