import KubernetesObjects
import MeshDiagnostics
import MeshMapping
import Testing

/// Commands that people copy into a shell do what they say, whoever named the objects.
@Suite("Commands to copy")
struct CommandQuotingTests {
  static let rows: [(String, String)] = [
    ("web", "kubectl rollout restart deployment/web -n demo"),
    ("web; rm -rf ~", "kubectl rollout restart 'deployment/web; rm -rf ~' -n demo"),
    ("it's", #"kubectl rollout restart 'deployment/it'\''s' -n demo"#),
    ("''", #"kubectl rollout restart 'deployment/'\'''\''' -n demo"#),
    ("$(id)", "kubectl rollout restart 'deployment/$(id)' -n demo"),
    ("a\u{1B}b", #"kubectl rollout restart '"deployment/a\u{1b}b"' -n demo"#),
  ]

  @Test(arguments: rows)
  func aRestartIsQuoted(_ name: String, _ command: String) {
    #expect(WorkloadReference(kind: "Deployment", namespace: "demo", name: name).restartCommand == command)
    let namespace = WorkloadReference(kind: "Deployment", namespace: "a b", name: "web").restartCommand
    #expect(namespace == "kubectl rollout restart deployment/web -n 'a b'")
  }
}
