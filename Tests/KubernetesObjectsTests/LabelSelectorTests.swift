import KubernetesObjects
import Testing

@Suite("LabelSelector")
struct LabelSelectorTests {
  static let labels: StringMap = ["app": "web", "empty": ""]

  @Test(arguments: [
    (LabelSelector.Requirement.isIn(key: "app", values: ["api", "web"]), true),
    (.isIn(key: "app", values: ["api"]), false),
    (.isIn(key: "absent", values: ["web"]), false),
    (.isNotIn(key: "app", values: ["api"]), true),
    (.isNotIn(key: "app", values: ["web"]), false),
    (.isNotIn(key: "absent", values: ["web"]), true),
    (.exists(key: "empty"), true),
    (.exists(key: "absent"), false),
    (.doesNotExist(key: "absent"), true),
    (.doesNotExist(key: "empty"), false),
  ])
  func requirement(_ requirement: LabelSelector.Requirement, isMet: Bool) {
    #expect(requirement.isMet(by: Self.labels) == isMet)
    #expect(LabelSelector([requirement]).unmetRequirement(by: Self.labels) == (isMet ? nil : requirement))
  }

  @Test func withoutRequirementsEverythingMatches() {
    #expect(LabelSelector().unmetRequirement(by: [:]) == nil)
  }

  @Test func theFirstUnmetRequirementIsNamed() {
    let selector = LabelSelector([.exists(key: "app"), .exists(key: "b"), .exists(key: "c")])
    #expect(selector.unmetRequirement(by: Self.labels) == .exists(key: "b"))
    #expect("\(LabelSelector.Requirement.isIn(key: "app", values: ["a", "b"]))" == "app in (a, b)")
  }
}
