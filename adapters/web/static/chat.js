// The chat as one Vue component. The server says what there is to see (props at first, then `put`); what the person does goes out by
// HTTP with an id made here, so that it can be repeated safely. Words from outside arrive as safe HTML and are sanitised once more.
import DOMPurify from "dompurify";

const STATIC = "chat/static/";
const KATEX = STATIC + "katex-0.19.1/katex.min";
const PATIENCE = 90_000; // ms without any answer after which the typing dots give up
const NEAR = 80; // px from the end that still count as being there
const PAUSE = 10 * 60_000; // ms of silence after which the time is shown

const THEMES = { auto: "跟随系统", light: "浅色", dark: "深色" };

let katexLoading;
function loadKatex() {
  katexLoading ??= Promise.all([
    new Promise((done, failed) => {
      const tag = Object.assign(document.createElement("script"), { src: KATEX + ".js", onload: done, onerror: failed });
      document.head.append(tag);
    }),
    new Promise((done, failed) => {
      const tag = Object.assign(document.createElement("link"), { rel: "stylesheet", href: KATEX + ".css", onload: done, onerror: failed });
      document.head.append(tag);
    }),
  ]);
  return katexLoading;
}

function typeset(element) {
  const formulas = element.querySelectorAll(".math:not([data-set])");
  if (!formulas.length) return;
  if (!window.katex) {
    loadKatex().then(() => typeset(element), () => (katexLoading = undefined));
    return;
  }
  for (const formula of formulas) {
    const tex = formula.textContent;
    formula.dataset.set = "";
    try {
      window.katex.render(tex, formula, {
        displayMode: formula.classList.contains("block"),
        strict: "ignore",
        trust: false,
        maxExpand: 500,
        maxSize: 20,
      });
    } catch {
      formula.textContent = formula.classList.contains("block") ? `$$${tex}$$` : `$${tex}$`;
    }
  }
}

function paint(element, html) {
  element.innerHTML = DOMPurify.sanitize(html, { ADD_ATTR: ["target"] });
  typeset(element);
}

const rich = {
  mounted: (element, { value }) => paint(element, value),
  updated: (element, { value, oldValue }) => value !== oldValue && paint(element, value),
};

function newId() {
  // crypto.randomUUID exists only on https and localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function remember(key, value) {
  try {
    if (value === undefined) return sessionStorage.getItem(key) ?? "";
    sessionStorage.setItem(key, value);
  } catch {
    return ""; // storage can be forbidden; then a reload forgets the draft
  }
}

const ICONS = {
  auto: '<path d="M12 3.5a8.5 8.5 0 1 0 0 17z" fill="currentColor"/><circle cx="12" cy="12" r="8.5"/>',
  light:
    '<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>',
  dark: '<path d="M20 14.2A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.2z"/>',
  send: '<path d="M12 19V5M5.5 11.5 12 5l6.5 6.5"/>',
  attach: '<path d="M20 11.5l-8 8a5.2 5.2 0 0 1-7.4-7.4l8.2-8.1a3.5 3.5 0 0 1 5 5l-8.1 8a1.8 1.8 0 0 1-2.5-2.5l7.4-7.4"/>',
  reply: '<path d="M9.5 7 4.5 12l5 5M5 12h9a5.5 5.5 0 0 1 5.5 5.5v.5"/>',
  copy: '<rect x="8.5" y="8.5" width="11" height="11" rx="2.5"/><path d="M15.5 8.5V7A2.5 2.5 0 0 0 13 4.5H7A2.5 2.5 0 0 0 4.5 7v6A2.5 2.5 0 0 0 7 15.5h1.5"/>',
  done: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  close: '<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>',
  down: '<path d="M12 5v14M5.5 12.5 12 19l6.5-6.5"/>',
  file: '<path d="M13.5 3.5H7.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-10zM13.5 3.5v5h5"/>',
  again: '<path d="M19.5 12a7.5 7.5 0 1 1-2.3-5.4M19.5 4v4h-4"/>',
};

const Icon = {
  props: { name: String },
  computed: { drawing: ({ name }) => ICONS[name] },
  template: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" v-html="drawing"></svg>`,
};

export default {
  components: { Icon },
  directives: { rich },
  template: `
<div class="chat" :class="{ dragging, fresh: !shown.length }" @dragenter.prevent="dragging = hasFiles($event)" @dragover.prevent
     @dragleave.self="dragging = false" @drop.prevent="drop">
  <header class="bar">
    <div class="bar-inner">
      <span class="logo" aria-hidden="true" v-html="logo"></span>
      <div class="brand">
        <h1 class="wordmark">{{ title }}</h1>
        <p class="subtitle" role="status">{{ online ? subtitle : "正在重新连接…" }}</p>
      </div>
      <button type="button" class="round" @click="nextTheme" :aria-label="'外观：' + themeName" :title="'外观：' + themeName">
        <Icon :name="theme" />
      </button>
    </div>
  </header>

  <main class="stream" ref="stream" tabindex="-1" @scroll.passive="scrolled" @click="clicked">
    <div class="talk" ref="talk" role="log" aria-label="对话" aria-live="polite">
      <section class="welcome" :class="{ alone: !shown.length }">
        <span class="logo" aria-hidden="true" v-html="logo"></span>
        <p v-if="!shown.length" class="wordmark" aria-hidden="true">{{ title }}</p>
        <div class="prose" v-rich="greeting"></div>
      </section>

      <template v-for="(message, place) in shown" :key="message.id">
        <p v-if="pausedBefore(place)" class="time">{{ clock(message.at) }}</p>
        <article class="message" :class="[message.author, message.state]" :data-id="message.id"
                 :aria-busy="message.state === 'growing'">
          <h2 class="unseen">{{ message.author === "bot" ? title : "我" }}</h2>
          <div class="bubble">
            <button v-if="message.quote" type="button" class="quote" @click="goTo(message.quote.id)" aria-label="看被引用的消息">
              {{ message.quote.text }}
            </button>
            <template v-for="(part, block) in message.parts" :key="block">
              <div v-if="part.type === 'text'" class="prose" v-rich="part.html"></div>
              <p v-else-if="part.type === 'plain'" class="plain">{{ part.text }}</p>
              <div v-else-if="part.type === 'choices'" class="choices" :class="{ brief: brief(part) }" role="group" aria-label="选项">
                <button v-for="(label, option) in part.options" :key="option" type="button" class="choice"
                        :class="{ chosen: part.chosen === option }" :disabled="part.chosen !== null"
                        :aria-pressed="part.chosen === option" @click="press(message, block, option)">{{ label }}</button>
              </div>
              <a v-else-if="part.type === 'image'" class="picture" :href="part.url" target="_blank" rel="noopener">
                <img :src="part.url" :alt="part.alt">
              </a>
              <component v-else :is="part.url ? 'a' : 'div'" class="file" :href="part.url" :download="part.url ? part.name : null">
                <span class="file-icon"><Icon name="file" /></span>
                <span class="file-words">
                  <span class="file-name">{{ part.name }}</span>
                  <span class="file-size">{{ part.progress === undefined ? size(part.size) : "正在上传 " + part.progress + "%" }}</span>
                </span>
              </component>
            </template>
          </div>
          <div v-if="message.author === 'bot' && message.state !== 'growing'" class="tools">
            <button type="button" @click="quote = message" aria-label="回复这条" title="回复这条"><Icon name="reply" /></button>
            <button v-if="markdown(message)" type="button" @click="copy(message)" aria-label="复制这条" title="复制这条">
              <Icon :name="copied === message.id ? 'done' : 'copy'" />
            </button>
          </div>
          <button v-if="message.state === 'failed'" type="button" class="again" @click="again(message)">
            <Icon name="again" />没有送到，点这里再试
          </button>
        </article>
      </template>

      <div v-if="typing" class="message bot typing" role="status" aria-label="正在想">
        <div class="bubble"><i></i><i></i><i></i></div>
      </div>
    </div>
  </main>

  <footer class="composer">
    <div class="composer-inner">
      <button v-show="!atEnd" type="button" class="round to-end" @click="toEnd" aria-label="回到最新"><Icon name="down" /></button>
      <p v-if="notice" class="notice" role="alert">{{ notice }}</p>
      <nav v-if="commands.length" class="chips" aria-label="常用命令">
        <button v-for="command in commands" :key="command.text" type="button" class="chip" @click="run(command)">{{ command.label }}</button>
      </nav>
      <div v-if="quote" class="quoting">
        <Icon name="reply" /><span>{{ excerpt(quote) }}</span>
        <button type="button" @click="quote = null" aria-label="不引用了"><Icon name="close" /></button>
      </div>
      <form class="box" @submit.prevent="submit">
        <button type="button" class="round" @click="$refs.picker.click()" aria-label="发图片或文件" title="发图片或文件"><Icon name="attach" /></button>
        <input ref="picker" type="file" multiple hidden @change="picked">
        <textarea ref="input" rows="1" :value="draft" :maxlength="maxText" placeholder="问点什么，或发一份资料" aria-label="消息"
                  enterkeyhint="send" autocomplete="off" @input="typed" @keydown.enter="entered" @keydown.esc="quote = null" @paste="pasted"></textarea>
        <button type="submit" class="round send" :disabled="!draft.trim()" aria-label="发送" title="发送"><Icon name="send" /></button>
      </form>
    </div>
  </footer>
  <div v-if="dragging" class="drop" aria-hidden="true"><p>松手，把文件交给{{ title }}</p></div>
</div>`,
  props: {
    title: String,
    subtitle: String,
    logo: String,
    greeting: String,
    commands: Array,
    messages: Array,
    now: Number,
    maxText: Number,
    maxUpload: Number,
  },
  data() {
    return {
      list: [...this.messages],
      outbox: [], // what the person did and the server has not shown yet
      skew: Date.now() - this.now,
      tick: Date.now(),
      draft: remember("shangan-draft"),
      quote: null,
      atEnd: true,
      online: true,
      dragging: false,
      theme: window.shanganTheme.get(),
      copied: null,
      notice: "",
      unread: 0,
    };
  },
  computed: {
    shown() {
      const known = new Set(this.list.map((message) => message.id));
      return [...this.list, ...this.outbox.filter((message) => !known.has(message.id))];
    },
    typing() {
      const waiting = (message) => message.state === "waiting" && this.tick - message.at - this.skew < PATIENCE;
      return this.shown.some(waiting) && !this.list.some((message) => message.state === "growing");
    },
    themeName() {
      return THEMES[this.theme];
    },
  },
  watch: {
    unread(count) {
      document.title = count ? `(${count}) ${this.title}` : this.title;
    },
  },
  mounted() {
    this.following = true;
    this.growth = new ResizeObserver(() => this.follow());
    this.growth.observe(this.$refs.talk);
    this.growth.observe(this.$refs.stream);
    this.timer = setInterval(() => (this.tick = Date.now()), 5000);
    document.addEventListener("visibilitychange", this.seen);
    window.visualViewport?.addEventListener("resize", this.fit);
    window.visualViewport?.addEventListener("scroll", this.fit);
    this.fit();
    this.grow();
    this.watchSocket();
    if (matchMedia("(pointer: fine)").matches) this.$refs.input.focus();
  },
  unmounted() {
    this.growth.disconnect();
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.seen);
    window.visualViewport?.removeEventListener("resize", this.fit);
    window.visualViewport?.removeEventListener("scroll", this.fit);
  },
  methods: {
    // Called by the server: a message is new or has changed.
    put(message) {
      this.tick = Date.now();
      const place = this.list.findIndex((known) => known.id === message.id);
      if (place >= 0) this.list[place] = message;
      else {
        this.list.push(message);
        if (document.hidden && message.author === "bot") this.unread += 1;
      }
      this.outbox = this.outbox.filter((pending) => pending.id !== message.id);
    },

    submit() {
      const text = this.draft.trim();
      if (!text) return;
      this.say(text);
      this.draft = "";
      remember("shangan-draft", "");
      this.$nextTick(this.grow);
    },
    say(text) {
      this.send("say", { text, reply_to: this.quote?.id ?? null }, [{ type: "plain", text }], this.quote);
      this.quote = null;
    },
    run(command) {
      if (!command.text.endsWith(" ")) return this.say(command.text);
      this.draft = command.text;
      this.$refs.input.focus();
      this.$nextTick(this.grow);
    },
    press(message, block, option) {
      const part = message.parts[block];
      if (part.chosen !== null) return;
      part.chosen = option;
      this.send("press", { message: message.id, block, option }, [{ type: "plain", text: part.options[option] }]);
    },
    send(path, body, parts, quoted = null) {
      const quote = quoted && { id: quoted.id, text: this.excerpt(quoted) };
      const pending = { id: newId(), author: "person", at: Date.now() - this.skew, state: "waiting", quote, parts, path, body };
      this.outbox.push(pending);
      this.following = true;
      this.deliver(this.outbox[this.outbox.length - 1]);
    },
    async deliver(pending) {
      pending.state = "waiting";
      pending.at = Date.now() - this.skew;
      try {
        const response = pending.file ? await this.transfer(pending) : await this.post(pending.path, { id: pending.id, ...pending.body });
        if (response.status === 401) return location.reload();
        if (response.status >= 500 && response.status !== 507) throw new Error(response.status);
        if (response.status >= 400) {
          this.outbox = this.outbox.filter((other) => other.id !== pending.id);
          this.warn(typeof response.detail === "string" ? response.detail : "这条没有发出去，换个说法试试。");
        }
      } catch {
        pending.state = "failed";
      }
    },
    async post(path, body) {
      const response = await fetch("chat/" + path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return { status: response.status, detail: (await response.json().catch(() => null))?.detail };
    },
    again(message) {
      this.following = true;
      if (message.path) return this.deliver(message);
      message.state = "waiting";
      message.at = Date.now() - this.skew;
      this.post("again", { id: message.id }).then(
        (response) => response.status >= 400 && (message.state = "failed"),
        () => (message.state = "failed"),
      );
    },

    picked(event) {
      this.upload(event.target.files);
      event.target.value = "";
    },
    pasted(event) {
      const files = event.clipboardData?.files;
      if (!files?.length) return;
      event.preventDefault();
      this.upload(files);
    },
    drop(event) {
      this.dragging = false;
      this.upload(event.dataTransfer.files);
    },
    hasFiles: (event) => [...(event.dataTransfer?.types ?? [])].includes("Files"),
    upload(files) {
      for (const file of files) {
        if (file.size > this.maxUpload) {
          this.warn(`“${file.name}”超过 ${Math.floor(this.maxUpload / 2 ** 20)} MB 了，拆小一点再发。`);
          continue;
        }
        const part = { type: "file", url: null, name: file.name, size: file.size, progress: 0 };
        const pending = { id: newId(), author: "person", at: Date.now() - this.skew, state: "waiting", quote: null, parts: [part], path: "upload" };
        pending.file = Vue.markRaw(file);
        pending.replyTo = this.quote?.id;
        this.outbox.push(pending);
        this.deliver(this.outbox[this.outbox.length - 1]);
      }
      this.quote = null;
      this.following = true;
    },
    transfer(pending) {
      const query = new URLSearchParams({ id: pending.id, name: pending.file.name || "图片.png" });
      if (pending.replyTo) query.set("reply_to", pending.replyTo);
      const part = pending.parts[0];
      return new Promise((done, failed) => {
        const request = new XMLHttpRequest(); // fetch cannot say how far an upload is
        request.open("POST", "chat/upload?" + query);
        request.upload.onprogress = (event) => (part.progress = Math.floor((100 * event.loaded) / Math.max(event.total, 1)));
        request.onload = () => {
          let detail = null;
          try {
            detail = JSON.parse(request.responseText)?.detail;
          } catch {
            detail = null; // a proxy's own error page
          }
          done({ status: request.status, detail });
        };
        request.onerror = failed;
        request.send(pending.file);
      });
    },

    typed(event) {
      this.draft = event.target.value;
      remember("shangan-draft", this.draft);
      this.grow();
    },
    entered(event) {
      // While an input method is composing, Enter takes the candidate; Safari reports it with key code 229 only.
      if (event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    },
    grow() {
      const input = this.$refs.input;
      input.style.height = "auto";
      input.style.height = Math.min(input.scrollHeight, 168) + "px";
    },
    fit() {
      // iOS lays the keyboard over the page and moves the page away; only the visual viewport knows.
      const seen = window.visualViewport;
      if (!seen || seen.scale !== 1) return;
      this.$el.style.height = seen.height + "px";
      this.$el.style.top = seen.offsetTop + "px";
    },
    seen() {
      if (!document.hidden) this.unread = 0;
    },

    scrolled() {
      const { scrollTop, scrollHeight, clientHeight } = this.$refs.stream;
      const rest = scrollHeight - clientHeight - scrollTop;
      this.atEnd = rest < NEAR;
      if (this.atEnd) this.following = true;
      else if (scrollTop < (this.lastTop ?? 0) - 2) this.following = false;
      this.lastTop = scrollTop;
    },
    follow() {
      if (!this.following) return this.scrolled();
      const stream = this.$refs.stream;
      // Down to the end, but never past the beginning of the newest answer: a long one is read from its start.
      const messages = stream.querySelectorAll(".message:not(.typing)");
      const newest = messages[messages.length - 1];
      const before = messages[messages.length - 2];
      let top = newest ? newest.offsetTop : Infinity;
      if (newest && before?.classList.contains("person") && newest.offsetTop - before.offsetTop < stream.clientHeight / 3) top = before.offsetTop;
      // Nor ever back: who has read on stays there.
      stream.scrollTop = Math.max(stream.scrollTop, Math.min(stream.scrollHeight - stream.clientHeight, top - 16));
      this.lastTop = stream.scrollTop;
      this.scrolled();
    },
    toEnd() {
      this.following = true;
      this.$refs.stream.scrollTo({ top: this.$refs.stream.scrollHeight, behavior: "smooth" });
    },
    goTo(id) {
      const target = this.$refs.stream.querySelector(`[data-id="${CSS.escape(id)}"]`);
      if (!target) return;
      target.scrollIntoView({ block: "center", behavior: "smooth" });
      target.classList.add("found");
      setTimeout(() => target.classList.remove("found"), 1600);
    },

    async clicked(event) {
      const button = event.target.closest?.("button.copy");
      if (!button) return;
      const code = button.closest(".code")?.querySelector("code");
      if (code && (await this.toClipboard(code.textContent))) {
        button.textContent = "已复制";
        setTimeout(() => (button.textContent = "复制"), 1500);
      }
    },
    async copy(message) {
      if (!(await this.toClipboard(this.markdown(message)))) return;
      this.copied = message.id;
      setTimeout(() => (this.copied = null), 1500);
    },
    async toClipboard(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        // No clipboard without https: the old way still works there.
        const area = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
        document.body.append(area);
        area.select();
        const done = document.execCommand("copy");
        area.remove();
        return done;
      }
    },
    warn(text) {
      this.notice = text;
      clearTimeout(this.noticeTimer);
      this.noticeTimer = setTimeout(() => (this.notice = ""), 6000);
    },

    nextTheme() {
      const order = Object.keys(THEMES);
      this.theme = order[(order.indexOf(this.theme) + 1) % order.length];
      window.shanganTheme.set(this.theme);
    },
    watchSocket() {
      if (!window.socket) return setTimeout(this.watchSocket, 50);
      window.socket.on("connect", () => (this.online = true));
      window.socket.on("disconnect", () => (this.online = false));
    },

    brief: (part) => part.options.every((label) => [...label].length <= 2),
    markdown: (message) => message.parts.filter((part) => part.type === "text").map((part) => part.markdown).join("\n\n"),
    excerpt(message) {
      const words = message.parts.map((part) => part.markdown ?? part.text ?? "").join(" ").replace(/[*_`#>|$~]+/g, "");
      return words.replace(/\s+/g, " ").trim().slice(0, 60) || "（图片或文件）";
    },
    size(bytes) {
      if (bytes === null || bytes === undefined) return "";
      if (bytes < 1024) return bytes + " B";
      return bytes < 2 ** 20 ? (bytes / 1024).toFixed(0) + " KB" : (bytes / 2 ** 20).toFixed(1) + " MB";
    },
    pausedBefore(place) {
      return place === 0 || this.shown[place].at - this.shown[place - 1].at > PAUSE;
    },
    clock(at) {
      const then = new Date(at + this.skew);
      const time = then.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
      const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / 86_400_000);
      if (days === 0) return time;
      return days === 1 ? "昨天 " + time : `${then.getMonth() + 1}月${then.getDate()}日 ${time}`;
    },
  },
};
