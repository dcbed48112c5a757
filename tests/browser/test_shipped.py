"""The browser's Python answers as native Python does, in a browser.

``tests/docs/test_shipped.py`` asks it under Node, which takes less time.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Reader
from tests.browser.test_loading import WORKER, path_of
from tests.support.corpus import FIRST, Call, generated, native, of_examples, of_files
from tests.support.markdown import LANGUAGES

# The worker is asked as its page asks it: see theme/element/runtime/messages.js.
ASK = """
async ([script, lang, calls]) => {
  const worker = new Worker(script, { type: "module" })
  const told = (wanted) => new Promise((resolve, reject) => {
    const hear = ({ data }) => {
      if (data.type === "failed") reject(new Error(data.detail))
      if (!wanted.includes(data.type)) return
      worker.removeEventListener("message", hear)
      resolve(data)
    }
    worker.addEventListener("message", hear)
  })
  const call = async (name, argument) => {
    worker.postMessage({ type: "call", id: 1, name, argument })
    const { type, value, detail } = await told(["value", "error"])
    if (type === "error") throw new Error(detail)
    return value
  }
  const orders = async ({ request, plan, bytes }) => {
    const file = new File([Uint8Array.from(bytes)], "orders.csv")
    const asked = { request: JSON.stringify(request), files: [file] }
    const { key, found } = await call("openOrders", asked)
    const answered = await call("answerOrders", { key, plan: JSON.stringify(plan) })
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true })
    const text = decoder.decode(await answered.file.arrayBuffer())
    return { found, text, soFar: answered.soFar, dashboard: await call("dashboard", key) }
  }
  worker.postMessage({ type: "start", cache: "default", lang })
  await told(["ready"])
  const values = []
  for (const [name, argument] of calls) {
    values.push(await (name === "orders" ? orders(argument) : call(name, argument)))
  }
  worker.terminate()
  return values
}
"""


def _same(reader: Reader, lang: str, calls: list[Call]) -> None:
    reader.open(lang, "reference/sources")  # where nothing loads it
    script = path_of(reader.site, WORKER).relative_to(reader.site.root)
    address = f"{reader.site.address}{script.as_posix()}"
    values: list[Any] = reader.page.evaluate(ASK, [address, lang, calls])
    for call, told in zip(calls, values, strict=True):
        assert told == native(call), call


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_example_of_each_calculator(reader: Reader, lang: str) -> None:
    _same(reader, lang, list(of_examples(lang, FIRST)))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_every_kind_of_file_and_many_inputs(reader: Reader, lang: str) -> None:
    inputs = generated(lang, 1_000, seed=3)
    _same(reader, lang, [*of_examples(lang), *of_files(lang), *inputs])


# Which files these are, and how heavy, is held by tests/docs/test_site.py.
@pytest.mark.slow
@pytest.mark.own_context
def test_a_first_answer_makes_four_requests(reader: Reader) -> None:
    reader.open("zh", "orders/late-delivery")
    reader.page.wait_for_load_state("networkidle")
    reader.site.asked.clear()
    form = reader.pinned("late-delivery")
    form.type(paid="1299")
    form.submit()
    assert form.shown("compensation") == "12.99 元"
    runtime = [path for path in reader.site.asked if "/runtime/" in path]
    asked = sorted(Path(path).name.partition("-")[0] for path in runtime)
    # The list of what the service worker keeps comes after the answer.
    first = [name for name in asked if name != "files"]
    assert first == ["library", "pyodide.asm.wasm", "texts", "worker"]
