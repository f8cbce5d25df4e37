import Foundation
import MeshMapKit
import Testing

/// Settings that files give, and those that the input shows.
@Suite struct WhatRunsTests {
  private static let demo = Manifest.documents(Manifest.namespace(), Manifest.service(), Manifest.pod())

  private static func controlPlane(
    _ image: String = "kumahq/kuma-cp:2.9.4",
    kind: String = "Deployment",
    environment: String = ""
  ) -> String {
    let spec = "containers: [{name: control-plane, image: '\(image)', env: [\(environment)]}]"
    return """
      apiVersion: \(kind == "Pod" ? "v1" : "apps/v1")
      kind: \(kind)
      metadata: {name: kuma-control-plane, namespace: kuma-system}
      spec: {\(kind == "Pod" ? spec : "template: {spec: {\(spec)}}")}

      """
  }

  private static func sidecar(_ name: String, _ image: String) -> String {
    Manifest.injectedPod(name).replacing("{name: kuma-sidecar}", with: "{name: kuma-sidecar, image: '\(image)'}")
  }

  /// Runs the command in a folder that holds some files, one of them the input.
  private static func run(
    _ arguments: [String],
    files: [String: String] = [:],
    input: String = demo
  ) throws -> Command.Run {
    try Command.withFolder(holding: files) { folder in
      try Command(arguments + ["-"]).run(input: input, in: folder)
    }
  }

  // MARK: - Files of settings

  @Test func takesSettingsFromFiles() throws {
    let files = [
      ".meshmap.yaml": "release: 2.9\nzone: file\nno-admission: false\noutput: json\n", "c.yaml": "zone: config\n",
    ]
    let plain = try Self.run(["preview"], files: files)
    #expect(plain.status == 0)
    #expect(plain.errors == "meshmap: note: settings are taken from .meshmap.yaml\n")
    #expect(plain.output.contains(#""rules": "2.9.19""#))
    #expect(plain.output.contains(#""kuma.io/zone": "file""#))
    for config in [["--config", "c.yaml"], ["--config=c.yaml"]] {
      let configured = try Self.run(["preview"] + config, files: files)
      #expect(configured.errors.hasSuffix("meshmap: note: settings are taken from c.yaml\n"))
      #expect(configured.output.contains(#""kuma.io/zone": "config""#))
      let written = try Self.run(["preview", "--zone", "option", "--release", "2.8.1"] + config, files: files)
      #expect(written.output.contains(#""rules": "2.8.1""#))
      #expect(written.output.contains(#""kuma.io/zone": "option""#))
    }
  }

  /// A number is as it is written, a list has commas, and what another command knows is no mistake.
  @Test func readsValuesAsTheyAreWritten() throws {
    let settings = """
      release: 2.10
      from: 2.8
      to: 2.9
      exception-labels: {a: b, c: "*"}
      workload-labels: [x, y]
      no-admission: on
      zone:

      """
    let run = try Self.run(["preview", "--config", "c.yaml", "--output", "json"], files: ["c.yaml": settings])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(#""rules": "2.10.11""#))
    #expect(!run.output.contains("kuma.io/zone"))
  }

  @Test(arguments: [
    ("zome: a\n", 64, #"c.yaml, line 1, column 1: "zome" is no option; zone is"#),
    ("zone: a\nsomething-else: b\n", 64, #"c.yaml, line 2, column 1: "something-else" is no option"#),
    ("no-admission: sometimes\n", 64, "c.yaml, line 1, column 1: no-admission must be true or false"),
    ("a: [\n", 2, "c.yaml: is not YAML at line 1, column 4: a collection is not closed; write the missing bracket"),
    ("- a\n", 2, "c.yaml: is no file of settings; write one mapping of options to their values"),
    ("config: d.yaml\n", 64, #"c.yaml, line 1, column 1: "config" is no option"#),
    ("zone: [a, b]\n", 64, "c.yaml, line 1, column 1: zone takes one value"),
    ("zone: {a: b}\n", 64, "c.yaml, line 1, column 1: zone takes one value"),
    ("node-labels: {a: b}\n", 64, "c.yaml, line 1, column 1: node-labels takes a list of values, or one value"),
    ("node-labels: [a, [b]]\n", 64, "c.yaml, line 1, column 1: node-labels takes a list of values, or one value"),
    (
      "exception-labels: {a: {b: c}}\n", 64,
      "c.yaml, line 1, column 1: exception-labels takes a mapping of values, or a list of key=value"
    ),
    (
      "fix: true\n", 64,
      "c.yaml, line 1, column 1: fix is no setting, since it writes files; write --fix behind the command"
    ),
  ])
  func refusesSettings(_ settings: String, _ status: Int32, _ problem: String) throws {
    let run = try Self.run(["preview", "--config", "c.yaml"], files: ["c.yaml": settings])
    #expect(run.status == status)
    #expect(run.output.isEmpty)
    #expect(run.errors == "meshmap: \(problem)\n")
  }

  @Test func refusesAFileOfSettingsThatIsNotThere() throws {
    let run = try Self.run(["preview", "--config", "nowhere.yaml"])
    #expect(run.status == 2)
    #expect(run.errors == "meshmap: nowhere.yaml: there is no such file\n")
    let help = try Self.run(["preview", "--help", "--config", "nowhere.yaml"])
    #expect(help.status == 0)
  }

  @Test func tellsOfASettingThatIsThereTwice() throws {
    let settings = ["c.yaml": "zone: a\nzone: b\n"]
    let run = try Self.run(["preview", "--release", "2.9.4", "--output", "json", "--config", "c.yaml"], files: settings)
    #expect(run.errors.hasPrefix("meshmap: c.yaml, line 2, column 1: \"zone\" is there already; this one holds\n"))
    #expect(run.output.contains(#""kuma.io/zone": "b""#))
  }

  /// On one side only what describes its control plane can be otherwise.
  @Test(arguments: ["release: 2.9.4\n", "namespace: demo\n", "output: json\n"])
  func refusesWhatIsNoSettingOfOneSide(_ settings: String) throws {
    let run = try Self.run(
      ["compare", "--from", "2.9.4", "--to", "2.10.0", "--to-config", "c.yaml"], files: ["c.yaml": settings])
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("meshmap: c.yaml, line 1, column 1: "))
    #expect(run.errors.hasSuffix(" is no setting of a control plane, which is all that differs between the two sides\n"))
  }

  /// Nobody named the file of the working folder, so that it can be anything; it neither holds the command up nor is passed over.
  @Test func refusesAStandardFileThatIsNone() throws {
    let runs = try Command.withFolder(holding: [:]) { folder in
      let path = folder.appending(path: ".meshmap.yaml").path
      #expect(unsafe mkfifo(path, 0o600) == 0)
      let pipe = try Command(["preview", "-"]).run(input: Self.demo, in: folder)
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
      return [pipe, try Command(["preview", "-"]).run(input: Self.demo, in: folder)]
    }
    #expect(runs.map(\.status) == [2, 2])
    #expect(
      runs.map(\.errors) == [
        "meshmap: .meshmap.yaml: is no file\n", "meshmap: .meshmap.yaml: is a link to nowhere, which is not there\n",
      ])
  }

  /// A file that somebody brought along cannot speak to a terminal or to what reads the log of a build.
  @Test(arguments: [
    ["preview", "--config", "c.yaml"], ["preview", "--zone=x", "--release", "a\n::error::b\u{1B}[31m\u{2028}"],
    ["a\n::error::b\u{1B}[31m"], ["preview", "--a\n::error::b\u{1B}[31m"],
  ])
  func showsArgumentsSafely(_ arguments: [String]) throws {
    let settings = ["c.yaml": #"release: "x\n::error file=a.yaml::b\e[31m\u2028""# + "\n"]
    let run = try Self.run(arguments, files: settings)
    #expect(run.status == 64)
    #expect(run.errors.contains(#"\n::error"#))
    #expect(!run.errors.split(separator: "\n").contains { $0.hasPrefix("::") })
    #expect(!run.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{2028}" })
  }

  @Test func refusesAValueAsTheOptionDoes() throws {
    let run = try Self.run(["preview", "--config", "c.yaml"], files: ["c.yaml": "release: banana\n"])
    #expect(run.status == 64)
    #expect(run.errors.contains(#""banana" is not a release of Kuma"#))
  }

  // MARK: - What runs

  /// What is compared with other releases may be what runs, with its settings; where it is not, what is left out is said.
  @Test func comparesWhatRuns() throws {
    let port = "{name: KUMA_RUNTIME_KUBERNETES_APPLICATION_PROBE_PROXY_PORT, value: '8080'}"
    let zone = "{name: KUMA_MULTIZONE_ZONE_NAME, value: east}"
    let runs = Self.controlPlane(environment: "\(port), \(zone)").replacing("2.9.4", with: "2.8.8")
    let input = Manifest.documents(Self.demo, Manifest.namespace("kuma-system", labels: "a: b"), runs)
    for command in [["upgrade"], ["compare"]] {
      let detected = try Self.run(command + ["--from", "detect", "--to", "2.9.4"], input: input)
      #expect(detected.output.hasPrefix("NOT READY: "), "\(detected.output)")
      #expect(
        detected.errors.contains(
          "of the input runs Kuma 2.8.8, set up with zone east, system-namespace kuma-system, application-probe-proxy-port 8080\n"
        ))
      // An option holds over what runs.
      let given = try Self.run(
        command + ["--from", "detect", "--to", "2.9.4", "--application-probe-proxy-port", "9001"], input: input)
      #expect(given.output.hasPrefix("READY"), "\(given.output)")
      let named = try Self.run(command + ["--from", "2.8.7", "--to", "2.9.4"], input: input)
      #expect(named.output.hasPrefix("READY"))
      #expect(named.errors.contains("of the input runs Kuma 2.8.8, and --from names 2.8.7\n"))
      #expect(
        named.errors.contains(
          "is set up with zone east, application-probe-proxy-port 8080, which is not used here; give the same as options, or --from detect\n"
        ))
    }
    let lint = try Self.run(["lint", "--release", "2.9.4", "--zone", "east"], input: input)
    #expect(
      lint.errors.contains(
        "is set up with application-probe-proxy-port 8080, which is not used here; give the same as options, or --release detect\n"
      ))
    let none = try Self.run(["upgrade", "--from", "detect"], input: Self.demo)
    #expect(none.status == 2)
    #expect(
      none.errors.hasSuffix(
        "the input shows no release of Kuma; add the Deployment of its control plane, or name the release with --from\n"))
    let late = try Self.run(["upgrade", "--from", "detect", "--to", "2.8.0"], input: input)
    #expect(late.status == 64)
    #expect(late.errors.contains("2.8.0 is no later release than 2.8.8"))
  }

  @Test func takesTheReleaseAndTheSettingsOfWhatRuns() throws {
    let environment = [
      "MULTIZONE_ZONE_NAME, value: east", "EXPERIMENTAL_INBOUND_TAGS_DISABLED, value: 'false'",
      "BOOTSTRAP_SERVER_PARAMS_ADMIN_PORT, value: '19901'", "EXPERIMENTAL_KUBE_OUTBOUNDS_AS_VIPS, value: 'false'",
    ].map { "{name: KUMA_\($0)}" }.joined(separator: ", ")
    let configuration = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: kuma-control-plane-config, namespace: kuma-system}
      data:
        config.yaml: |
          multizone: {zone: {name: west}}
          runtime: {kubernetes: {injector: {virtualProbesEnabled: false, exceptions: {labels: {a: "*"}}}}}

      """
    let input = Manifest.documents(Self.demo, Self.controlPlane(environment: environment), configuration)
    let run = try Self.run(["preview", "--release", "detect", "--output", "json"], input: input)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        meshmap: note: Deployment kuma-system/kuma-control-plane of the input runs Kuma 2.9.4, set up with zone east, \
        system-namespace kuma-system, exception-labels a=*, virtual-probes disabled, \
        kube-outbounds-as-vips disabled, admin-port 19901

        """)
    #expect(run.output.contains(#""rules": "2.9.4""#))
    #expect(run.output.contains(#""kuma.io/zone": "east""#))
    let other = try Self.run(["preview", "--release", "detect", "--zone", "south", "--output", "json"], input: input)
    #expect(other.output.contains(#""kuma.io/zone": "south""#))
    let file = try Self.run(
      ["preview", "--output", "json"], files: [".meshmap.yaml": "release: detect\nzone: north\n"], input: input)
    #expect(file.output.contains(#""kuma.io/zone": "north""#))
    // Without the option it is told, and changes nothing.
    let plain = try Self.run(["preview", "--output", "json"], input: input)
    #expect(plain.output.contains(#""rules": "documented""#))
    #expect(
      plain.errors == """
        meshmap: note: Deployment kuma-system/kuma-control-plane of the input runs Kuma 2.9.4; without --release the documented \
        rules hold; --release detect takes what runs

        """)
    let named = try Self.run(["preview", "--release", "2.8.1"], input: input)
    #expect(
      named.errors == """
        meshmap: note: Deployment kuma-system/kuma-control-plane of the input is set up with zone east, exception-labels a=*, \
        virtual-probes disabled, kube-outbounds-as-vips disabled, admin-port 19901, which is not used here; give the same as \
        options, or --release detect

        """)
  }

  private static let witnesses: [(String, String)] = [
    (controlPlane("kumahq/kuma-cp:2.8.1", kind: "Pod"), "Pod kuma-system/kuma-control-plane of the input runs Kuma 2.8.1"),
    (sidecar("a", "docker.io/kumahq/kuma-dp:2.7.3"), "the sidecar of the input is of Kuma 2.7.3"),
    (
      Manifest.documents(sidecar("a", "r:5000/kuma-dp:2.7.3@sha256:0"), sidecar("b", "kumahq/kuma-dp:2.7.3")),
      "the sidecars of the input are of Kuma 2.7.3"
    ),
    (
      Manifest.documents(sidecar("a", "kumahq/kuma-dp:2.7.3"), controlPlane()),
      "Deployment kuma-system/kuma-control-plane of the input runs Kuma 2.9.4"
    ),
  ]

  @Test(arguments: witnesses)
  func detectsTheRelease(_ objects: String, _ witness: String) throws {
    let run = try Self.run(["preview", "--release", "detect"], input: Manifest.documents(Self.demo, objects))
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("meshmap: note: \(witness)"))
  }

  private static let doubts: [(String, String)] = [
    (
      demo, "the input shows no release of Kuma; add the Deployment of its control plane, or name the release with --release"
    ),
    (
      Manifest.documents(
        sidecar("a", "kumahq/kuma-dp:2.7.3"), sidecar("b", "kumahq/kuma-dp:2.8.1"), sidecar("c", "kumahq/kuma-dp:2.7.3")),
      "the sidecars of the input are of several releases: 2.7.3 (2), 2.8.1 (1); name one with --release"
    ),
    (
      Manifest.documents(controlPlane("kumahq/kuma-cp:2.9"), demo),
      "Deployment kuma-system/kuma-control-plane of the input runs an image with the tag 2.9, which any release of that line "
        + "may have; name it with --release"
    ),
    (
      Manifest.documents(controlPlane("kumahq/kuma-cp@sha256:0"), demo),
      "Deployment kuma-system/kuma-control-plane of the input runs an image that is named by its digest alone; name the release"
    ),
    (
      Manifest.documents(controlPlane("kumahq/kuma-cp:edge"), demo),
      "Deployment kuma-system/kuma-control-plane of the input runs an image whose tag names no release: \"edge\" is not a release"
    ),
  ]

  private static let zone = "{name: KUMA_MULTIZONE_ZONE_NAME, "
  private static let who = "Deployment kuma-system/kuma-control-plane of the input "

  /// What the objects do not say is no setting.
  @Test(arguments: [
    (
      "\(zone)valueFrom: {configMapKeyRef: {name: zones, key: k}}}",
      "takes KUMA_MULTIZONE_ZONE_NAME from ConfigMap zones, which is not read; give --zone"
    ),
    (
      "{name: Z, valueFrom: {secretKeyRef: {name: s, key: k}}}, \(zone)value: 'a-$(Z)'}",
      "takes KUMA_MULTIZONE_ZONE_NAME from Secret s, which is not read; give --zone"
    ),
    (
      "{name: KUMA_MODE, value: global}",
      "runs as a global control plane, which has no Pods; take a zone's objects"
    ),
    (
      "{name: KUMA_RUNTIME_KUBERNETES_INJECTOR_SIDECAR_CONTAINER_REDIRECT_PORT_INBOUND, value: abc}",
      "sets redirect-port-inbound to \"abc\", which is no value for it; give --redirect-port-inbound"
    ),
  ])
  func inventsNoSetting(_ environment: String, _ problem: String) throws {
    let input = Manifest.documents(Self.demo, Self.controlPlane(environment: environment))
    for command in ["preview", "lint"] {
      let run = try Self.run([command, "--release", "detect"], input: input)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors == "meshmap: \(Self.who)\(problem)\n")
    }
  }

  /// Whoever says it need not be told by the input, and what Kubernetes puts together is put together.
  @Test func readsVariablesAsKubernetesDoes() throws {
    let elsewhere = "\(Self.zone)valueFrom: {configMapKeyRef: {name: zones, key: k}}}"
    let given = try Self.run(
      ["preview", "--release", "detect", "--zone", "x"],
      input: Manifest.documents(Self.demo, Self.controlPlane(environment: elsewhere)))
    #expect(given.status == 0)
    let values = [
      ("{name: Z, value: west}, \(Self.zone)value: '$(Z)-$(NONE)-$$(Z)'}", "west-$(NONE)-$(Z)"),
      ("\(Self.zone)value: '$(Z)'}, {name: Z, value: west}", "$(Z)"),
      ("\(Self.zone)valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}", "kuma-system"),
      ("\(Self.zone)valueFrom: {secretKeyRef: {name: s}}}, \(Self.zone)value: last}", "last"),
    ]
    for (environment, zone) in values {
      let input = Manifest.documents(Self.demo, Self.controlPlane(environment: environment))
      let run = try Self.run(["preview", "--release", "detect"], input: input)
      #expect(
        run.errors.hasPrefix(
          "meshmap: note: \(Self.who)runs Kuma 2.9.4, set up with zone \(zone), system-namespace kuma-system\n"))
    }
  }

  /// A configuration that is not in the input is taken for an empty one, and that is said; one that cannot be read is an error.
  @Test func aConfigurationThatIsNotThere() throws {
    func configMap(_ configuration: String) -> String {
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: kuma-control-plane-config, namespace: kuma-system}
      data: {config.yaml: \(configuration)}

      """
    }
    let mounted = Self.controlPlane().replacing(
      "env: []}]",
      with: "args: [run, --config-file=/etc/kuma/config.yaml], volumeMounts: [{name: c, mountPath: /etc/kuma}]}], "
        + "volumes: [{name: c, configMap: {name: kuma-control-plane-config}}]")
    let missing = try Self.run(["preview", "--release", "detect"], input: Manifest.documents(Self.demo, mounted))
    #expect(missing.status == 0)
    #expect(
      missing.errors.contains(
        """
        meshmap: note: \(Self.who)reads ConfigMap kuma-system/kuma-control-plane-config, which is not in the input, so that \
        what it sets is unknown; add configmaps to it

        """))
    // It may hold what decides, so that no verdict is green.
    let input = Manifest.documents(Self.demo, mounted)
    let lint = try Self.run(["lint", "--release", "detect"], input: input)
    #expect(lint.status == 3)
    #expect(lint.output.hasPrefix("? "))
    let lacking = "ConfigMap kuma-system/kuma-control-plane-config of the control plane"
    #expect(
      lint.output.contains(
        "not known: What is shown may be other than what is deployed: \(lacking) is not in the input; add that.\n"))
    let upgrade = try Self.run(["upgrade", "--from", "detect", "--to", "2.9.5"], input: input)
    #expect(upgrade.status == 3)
    #expect(upgrade.output.hasPrefix("CANNOT TELL: add \(lacking)\n"))
    let there = Manifest.documents(Self.demo, mounted, configMap("'multizone: {zone: {name: east}}'"))
    #expect(try Self.run(["preview", "--release", "detect"], input: there).errors.contains(", set up with zone east, "))
    let broken = Manifest.documents(Self.demo, Self.controlPlane(), configMap("'a: ['"))
    let run = try Self.run(["lint", "--release", "detect"], input: broken)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.hasPrefix(
        "meshmap: ConfigMap kuma-system/kuma-control-plane-config of the input holds a config.yaml that is not YAML at line 1, "
      ))
    // What is no string is refused by the API server, so nobody knows what the ConfigMap holds.
    let number = Manifest.documents(configMap("5"), Self.demo, Self.controlPlane())
    for release in ["detect", "2.12.0"] {
      let run = try Self.run(["lint", "--release", release], input: number)
      #expect(run.status == 2)
      #expect(
        run.errors.hasPrefix(
          "meshmap: standard input, line 4, column 21: ConfigMap kuma-system/kuma-control-plane-config: data[\"config.yaml\"] "
            + "is 5 and must be a string; put the value in quotes: \"5\"\n"))
    }
  }

  @Test(arguments: doubts)
  func detectsNoRelease(_ objects: String, _ problem: String) throws {
    let run = try Self.run(["preview", "--release", "detect"], input: objects)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("meshmap: \(problem)"))
  }
}
