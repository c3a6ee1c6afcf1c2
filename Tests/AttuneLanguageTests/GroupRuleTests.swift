import Testing

@Suite struct GroupRuleTests {
  static let examples: [Example] = [
    Example(
      "a group from nowhere", ["1️⃣": "A250"],
      """
      group 1️⃣teams: Team
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "a level without a condition", ["1️⃣": "A250"],
      """
      group teams: Team
        up = North
        up when: side is north
        1️⃣down = South
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "a condition without a level", ["1️⃣": "A250"],
      """
      group teams: Team
        up = North
        up when: side is north
        1️⃣dwn when: side is south
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "a group of an unknown item", ["1️⃣": "A251"],
      """
      group teams: Team
        set by: item 1️⃣sied
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "a group of a number", ["1️⃣": "A252"],
      """
      group teams: Team
        set by: item 1️⃣meetings
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "levels that overlap", ["1️⃣": "A253"],
      """
      group teams: Team
        up = North
        up when: side is one of north, east
        down = South
        down when: 1️⃣side is one of south, east
      plan p: Teams
        describe: heard by teams
      """),
    Example(
      "levels that overlap at one number", ["1️⃣": "A253"],
      """
      group met: Met
        often = Often
        often when: meetings is at least 10
        seldom = Seldom
        seldom when: 1️⃣meetings is at most 10
      plan p: Met
        describe: heard by met
      """),
    Example(
      "levels that routing keeps apart", [:],
      """
      section s: S
      item again: Again?
        show when: side is not north
        answer: choose one
        yes = Yes
        no = No
      group two: Two
        up = Up
        up when: side is north
        back = Back
        back when: again is yes
      plan p: P
        describe: heard by two
      """),
    Example(
      "levels that touch", [:],
      """
      group met: Met
        often = Often
        often when: meetings is at least 10
        seldom = Seldom
        seldom when: meetings is less than 10
      plan p: Met
        describe: heard by met
      """),
    Example(
      "a group that nothing uses", ["1️⃣": "A241"],
      """
      group 1️⃣teams: Team
        set by: item side
      """),
    Example(
      "who may set a group", ["1️⃣": "A105"],
      """
      group teams: Team
        set by: 1️⃣nobody
      plan p: Teams
        describe: heard by teams
      """),
  ]

  @Test(arguments: examples) func findsGroups(_ example: Example) {
    example.check()
  }
}
