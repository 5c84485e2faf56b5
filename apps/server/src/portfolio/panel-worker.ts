import { answerQuestions } from '../platform/worker-answers.ts';
import { panelFile } from './panel-file.ts';

/* Counts panels and writes them beside the server's own thread. */

answerQuestions(panelFile);
