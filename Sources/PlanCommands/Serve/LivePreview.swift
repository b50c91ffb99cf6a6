import Diagnostics
import PlanSpec
import Reports

/// The preview of a file that follows it as it is saved.
///
/// While the file has faults they are shown above the last preview that was without.
actor LivePreview {
    private let file: String
    private let context: CommandContext
    /// Tells pages of an earlier run from this one's.
    private let run: Int
    private var number = 0
    private var read: [(path: String, bytes: [UInt8]?)] = []
    private var good: (title: String, parts: [PreviewPage.Part])?
    private var faults = ""
    private var hasErrors = false

    init(file: String, _ context: CommandContext) {
        self.file = file
        self.context = context
        run = context.now()
    }

    /// What a browser asks for.
    func page(_ path: String) -> PageServer.Page? {
        switch path {
        case "/":
            refresh()
            return PageServer.Page(type: "text/html", text: html)
        case "/version":
            refresh()
            return PageServer.Page(type: "text/plain", text: version)
        case "/follow.js": return PageServer.Page(type: "text/javascript", text: LivePreview.script)
        default: return nil
        }
    }

    private var version: String { "\(run)-\(number)" }

    /// Reads again where a file is no longer as it was; with faults it always does, for a file that comes into being.
    private func refresh() {
        let isUnchanged = !read.isEmpty && read.allSatisfy { context.files.read($0.path) == $0.bytes }
        guard !isUnchanged || hasErrors else { return }
        let loading = PlanLoading(path: file, context)
        let before = read
        let paths = Set([file] + loading.sources.map(\.path))
        read = paths.sorted().map { ($0, context.files.read($0)) }
        let shown = loading.diagnostics
        hasErrors = shown.hasErrors
        let told = shown.isEmpty ? "" : TextRenderer(sources: loading.sources).render(shown) + shown.summary + "\n"
        let isSame = told == faults && before.elementsEqual(read) { $0.path == $1.path && $0.bytes == $1.bytes }
        guard !isSame else { return }
        faults = told
        number += 1
        guard !hasErrors else { return }
        if let plan = loading.plan {
            good = (plan.spec.name, [PreviewPage.Part(PreviewReport(name: plan.spec.name, plan.schedule))])
        } else if let squad = loading.squad {
            good = (squad.name, squad.parts)
        } else {
            hasErrors = true
            faults = "\(file) holds templates, not a plan; name a plan that uses them\n"
        }
    }

    private var html: String {
        let before = "<div id=\"live\" data-version=\"\(version)\">\n\(LivePreview.style)\n\(banner)"
        let after =
            "</div>\n<p id=\"gone\" hidden>The program has ended; this page no longer follows the file.</p>\n"
            + "<script src=\"/follow.js\"></script>\n"
        guard let good else { return PreviewPage.page(title: file, before + after) }
        return PreviewPage(title: good.title, good.parts).html(before: before, after: after)
    }

    private var banner: String {
        guard !faults.isEmpty else { return "" }
        let head =
            !hasErrors
            ? "Remarks on the file"
            : good == nil ? "The file has faults" : "The file has faults; below is the last good preview"
        return """
            <div class="faults\(hasErrors ? " bad" : "")"><strong>\(head)</strong>
            <pre>\(PreviewPage.escaped(faults))</pre></div>

            """
    }

    private static let style = """
        <style>
        .faults{max-width:1000px;margin:16px auto 0;padding:10px 20px;box-sizing:border-box;border-left:4px solid #d97706}
        .faults.bad{border-color:#dc2626}
        .faults pre{white-space:pre;overflow-x:auto}
        #gone{position:fixed;bottom:0;left:0;right:0;margin:0;padding:8px;text-align:center;background:#b91c1c;color:#fff}
        </style>
        """

    /// Asks every so often whether there is something new, and puts it in the place of the old.
    private static let script = """
        "use strict";
        async function text(path) { return (await fetch(path, {cache: "no-store"})).text(); }
        async function look() {
          const gone = document.getElementById("gone");
          try {
            const live = document.getElementById("live");
            if (await text("/version") !== live.dataset.version) {
              const fresh = new DOMParser().parseFromString(await text("/"), "text/html");
              const open = new Set([...live.querySelectorAll("details[open]")].map(d => d.innerText.split("\\n")[0]));
              const next = document.adoptNode(fresh.getElementById("live"));
              live.replaceWith(next);
              next.querySelectorAll("details").forEach(d => { d.open = open.has(d.innerText.split("\\n")[0]); });
              document.title = fresh.title;
            }
            gone.hidden = true;
          } catch { gone.hidden = false; }
          setTimeout(look, 700);
        }
        look();

        """
}

extension SquadLoading {
    /// Every athlete's preview for a page.
    var parts: [PreviewPage.Part] {
        loadings.compactMap { athlete, loading in
            guard let plan = loading.plan else { return nil }
            return PreviewPage.Part(title: athlete.title, PreviewReport(name: plan.spec.name, plan.schedule))
        }
    }
}
