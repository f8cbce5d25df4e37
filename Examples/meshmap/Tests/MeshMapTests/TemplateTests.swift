import Foundation
import Testing

/// Templates of tools other than Helm: they are said to be some, with what renders them, and nobody is sent to mend their YAML.
@Suite struct TemplateTests {
  private static let head = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: demo}\n"

  private static func errors(_ text: String, named isNamed: Bool = false) throws -> (errors: String, status: Int32?) {
    try Command.withFolder(holding: [
      "in/app.yaml": text, "in/pod.yaml": Manifest.documents(Manifest.namespace(), Manifest.pod()),
    ]) { folder in
      let run = try Command(["preview"] + (isNamed ? ["in/app.yaml", "in/pod.yaml"] : ["in"])).run(in: folder)
      // What is well beside it is answered.
      #expect(run.output.contains("Pod web-1"), "\(run.output)")
      return (run.errors, run.status)
    }
  }

  @Test(
    arguments: [
      (
        "spec:\n  ports:\n%{ for p in ports ~}\n  - port: 80\n%{ endfor ~}\n", "%{",
        "render it first, as Terraform's templatefile does"
      ),
      ("{% if x %}\nspec: {}\n{% endif %}\n", "{%", "render it first, as Jinja does"),
      ("<% if x %>\nspec: {}\n<% end %>\n", "<%", "render it first, as by erb FILE | meshmap … -"),
      ("spec: {ports: [{port: ${port}}]}\n", "${", "fill it in first, as by envsubst < FILE | meshmap … -"),
    ], [false, true])
  func whatIsNoYAML(_ template: (rest: String, mark: String, remedy: String), _ isNamed: Bool) throws {
    let (errors, status) = try Self.errors(Self.head + template.rest, named: isNamed)
    #expect(status == 2)
    #expect(
      errors.hasPrefix("meshmap: in/app.yaml: holds \(template.mark) as a template does; if it is one, \(template.remedy)"),
      "\(errors)")
    #expect(errors.contains(": as it stands it is not YAML at line "), "\(errors)")
  }

  @Test(arguments: [
    (
      "spec: {ports: [{port: \"${port}\"}]}\n", "spec.ports[0].port is \"${port}\" and must be a whole number",
      "${: fill it in first"
    ),
    (
      "spec:\n  ports:\n  - port: <%= port %>\n", "spec.ports[0].port is <%= port %> and must be a whole number",
      "<%: render it first"
    ),
    (
      "spec:\n  ports:\n  - port: #@ data.values.port\n    targetPort: [1]\n", "spec.ports[0].",
      "#@: render it first, as by ytt -f"
    ),
  ])
  func whatIsNoObject(_ rest: String, _ problem: String, _ advice: String) throws {
    let (errors, status) = try Self.errors(Self.head + rest)
    #expect(status == 2)
    #expect(errors.contains(problem), "\(errors)")
    #expect(errors.contains("; the file seems to be a template, since it holds \(advice)"), "\(errors)")
  }

  /// Names and labels that have yet to be filled in are taken as they stand, and that is told: no verdict is green by them.
  @Test(arguments: ["name: \"${app}\", namespace: demo", "name: web, namespace: demo, labels: {app: \"<%= app %>\"}"])
  func namesThatAreToBeFilledIn(_ metadata: String) throws {
    let pod = Manifest.pod().replacing("name: web-1, namespace: demo, labels: {app: web}", with: metadata)
    let mesh = "apiVersion: kuma.io/v1alpha1\nkind: Mesh\nmetadata: {name: default}\n"
    let input = Manifest.documents(Manifest.namespace(), pod, Manifest.service(), mesh)
    let mark = metadata.contains("$") ? "${" : "<%"
    let run = try Command("lint", "--release", "2.9.4", "-").run(input: input)
    // What no cluster takes is found besides.
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "note: what begins with \(mark) in names, labels and annotations of Kuma is taken as it stands; if it is a template, "
      ),
      "\(run.errors)")
    #expect(run.errors.hasSuffix(": standard input\n"), "\(run.errors)")
    #expect(run.output.contains("template standard input was not rendered; render that."), "\(run.output)")
  }

  /// Shell scripts and commands hold placeholders that are for the running container.
  @Test func whatIsForTheContainerIsNone() throws {
    let pod = Manifest.pod(
      annotations: "note: \"${x} <%= y %>\", kuma.io/sidecar-env-vars: \"A=${B}\"",
      spec: "containers: [{name: web, command: [sh, -c, \"echo ${HOME}\"], ports: [{containerPort: 8080}]}]")
    let run = try Command("preview", "--release", "2.9.4", "-").run(input: Manifest.documents(Manifest.namespace(), pod))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }
}
