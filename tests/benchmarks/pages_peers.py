"""What newspaper4k makes of pages, in an environment of its own, which need not hold this project.

    PEER_PYTHON pages_peers.py ROUNDS < pages.jsonl     one object: seconds of CPU for each round, and the texts

Each line is {url, lang, html}, the page decoded already; it is told the language. `parse_speed.py --peers PEER_PYTHON`
runs this.
"""

from __future__ import annotations

import json
import sys
import time
import warnings


def main() -> int:
    """Read every page, so many times; the first round does not count."""
    warnings.simplefilter("ignore")
    import newspaper

    def read(page: dict[str, str]) -> str:
        article = newspaper.Article(page["url"], language=page["lang"], fetch_images=False)
        article.download(input_html=page["html"])
        article.parse()
        return f"{article.title}\n{article.text}"

    pages = [json.loads(line) for line in sys.stdin]
    seconds: list[float] = []
    texts: list[str] = []
    for _ in range(int(sys.argv[1]) + 1):
        start = time.process_time()
        texts = [read(page) for page in pages]
        seconds.append(time.process_time() - start)
    print(json.dumps({"seconds": seconds[1:], "texts": texts}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
