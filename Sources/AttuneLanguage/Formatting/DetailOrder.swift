import AttuneInstrument

extension BlockKind {
  /// The order in which the lines of a block stand, by their words; `>` is words to read and `=` a
  /// choice.
  ///
  /// What people meet first stands first: who is asked and when, the words, the answers, and last
  /// what only the team reads. Lines of one group keep the author's order, because it means
  /// something.
  var order: [[String]] {
    switch self {
    case .instrument:
      [
        ["version"], ["status"], ["language"], ["author"], ["licence"], ["source"],
        ["reviewed by"], ["answer"], ["offer"], ["role question"], ["both roles"],
        ["both roles question"], ["times kept"], ["term"], ["note"], ["accept"],
      ]
    case .role: [["accept"]]
    case .information, .debrief: [["only for"], [">", "read"], ["accept"]]
    case .consent: [[">", "read"], ["must agree", "may agree"], ["accept"]]
    case .support: [[">", "contact", "contact when"], ["accept"]]
    case .scale: [["="], ["source"], ["note"], ["accept"]]
    case .group: [["set by"], ["=", "... when"], ["pairs"], ["note"], ["accept"]]
    case .section:
      [
        ["place"], ["only for"], ["asked if"], ["show when"], ["ask first"], ["content note"],
        ["content note for"], ["check in"], [">", "read"], ["stem"], ["answer"], ["offer"],
        ["order"], ["keep in place"], ["keep"], ["note"], ["accept"],
      ]
    case .item:
      [
        ["only for"], ["asked if"], ["show when"], ["content note"], ["ask"], ["answer"], ["="],
        ["write in"], ["left"], ["right"], ["unit"], ["ask again if"], ["ask again"], ["offer"],
        ["why we ask"], ["help"], ["keep"], ["source"], ["note"], ["accept"],
      ]
    case .construct:
      [
        ["higher means"], ["uses"], ["uses reversed"], ["counts"], ["score"], ["index"],
        ["across roles"], ["source"], ["note"], ["accept"],
      ]
    case .form: [["uses"], ["score"], ["note"], ["accept"]]
    case .analysis:
      [
        ["correction"], ["error rate"], ["smallest difference that matters"],
        ["at least per group"], ["sensitivity"], ["agreed by"], ["accept"],
      ]
    case .plan:
      [
        ["family"],
        [
          "reliability of", "compare", "compare within person", "correlate", "describe", "rank",
        ], ["only when"], ["counting"], ["test"], ["when paired"], ["expect"],
        ["smallest difference that matters"], ["basis"], ["because"], ["read first"],
        ["error rate"], ["at least per group"], ["written on"], ["registered at"], ["note"],
        ["accept"],
      ]
    case .study:
      [
        ["instrument"], ["team"], ["contact"], ["complaints"], ["purpose"], ["kept where"],
        ["who sees"], ["local line"], ["withdraw until"], ["keep until"],
        ["helplines checked on"], ["set aside for"], ["smallest group shown"], ["turn on"],
        ["occasions"], ["public key"], ["term"], ["accept"],
      ]
    case .lock:
      [
        ["version"], ["frozen on"], ["meaning"], ["questions"], ["analysis"], ["plans"], ["plan"],
      ]
    case .translation:
      [["language"], ["from version"], ["translator"], ["note"], ["accept"]]
    case .simulation: [["instrument"], ["form"], ["seed"], ["note"], ["accept"]]
    case .people:
      [
        ["count"], ["role"], ["answers"], ["shift"], ["correlation of"],
        MissingReason.simulated.map(\.words), ["accept"],
      ]
    case .scores: [["correlation"], ["correlation of"], ["accept"]]
    case .factor: [["loads"], ["accept"]]
    case .items:
      [
        ["loading"], ["reversed loading"], ["method loading"], ["loading of"], ["answers"],
        ["accept"],
      ]
    case .profile: [["cut at"], ["for"], ["accept"]]
    case .missing: [MissingReason.simulated.map(\.words), ["accept"]]
    case .stopping: [["share"], ["after"], ["deleted"], ["accept"]]
    case .careless: [["share"], ["straight lines"], ["accept"]]
    case .sincere: [["share"], ["answer"], ["accept"]]
    case .sites: [["count"], ["correlation"], ["accept"]]
    case .retest: [["count"], ["stability"], ["accept"]]
    case .faults: [["already reversed"], ["copy of"], ["entered twice"], ["accept"]]
    }
  }

  /// Where a line of that word stands.
  func rank(of spelling: String) -> Int {
    order.firstIndex { $0.contains(spelling) } ?? order.count
  }
}
